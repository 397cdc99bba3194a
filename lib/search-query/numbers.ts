import type { NumberRange } from "./filter";
import { type Interval, type ReadValue, readInterval } from "./intervals";

const NUMBER = /^([-+]?(?:\d+(?:\.\d+)?|\.\d+))\s*(\p{L}*)$/u;
const CLOCK = /^(?:(\d+):)?(\d{1,3}):(\d{2}(?:\.\d+)?)$/;

/** The same music may be counted at half or at double tempo. */
const TEMPO_FACTORS = [1, 1 / 2, 2];
const TEMPO_TOLERANCE = 0.5;
const NEAR_TEMPO = 0.04;
const EXACT_TEMPO = 0.05;

const SECONDS: Readonly<Record<string, number>> = {
  ms: 0.001,
  s: 1,
  sec: 1,
  secs: 1,
  second: 1,
  seconds: 1,
  m: 60,
  min: 60,
  mins: 60,
  minute: 60,
  minutes: 60,
  h: 3600,
};

/** Ranges in beats per minute. A bare tempo is also looked for at half and double; `isNear` widens it by 4 %. */
export function readTempo(text: string, isNear: boolean): NumberRange[] | null {
  const interval = readInterval(text, tempoValue);
  if (!interval) return null;
  const { form, min, max } = interval;
  if (isNear) {
    return TEMPO_FACTORS.map((factor) => ({
      min: min * factor * (1 - NEAR_TEMPO),
      max: max * factor * (1 + NEAR_TEMPO),
    }));
  }
  if (form === "between") return [{ min, max }];
  if (form === "exactly") return [widened(interval, EXACT_TEMPO)];
  return TEMPO_FACTORS.map((factor) => widened({ min: min * factor, max: max * factor }, TEMPO_TOLERANCE));
}

/** Ranges in seconds. A bare length means 5 % more or less, and 10 ms at least. */
export function readLength(text: string): NumberRange[] | null {
  const interval = readInterval(text, lengthValue);
  if (!interval || interval.max < 0) return null;
  if (interval.form === "between") return [endsOf(interval)];
  return [widened(interval, interval.form === "exactly" ? 0.01 : Math.max(0.01, interval.max * 0.05))];
}

/** Ranges in LUFS. A bare level means half a unit more or less. */
export function readLoudness(text: string): NumberRange[] | null {
  const interval = readInterval(text, loudnessValue);
  if (!interval) return null;
  if (interval.form === "between") return [endsOf(interval)];
  return [widened(interval, interval.form === "exactly" ? 0.05 : 0.5)];
}

const tempoValue: ReadValue = (text) => {
  const [value, unit] = numberAndUnit(text) ?? [];
  return value === undefined || value <= 0 || (unit !== "" && unit !== "bpm") ? null : { min: value, max: value };
};

const loudnessValue: ReadValue = (text) => {
  const [value, unit = ""] = numberAndUnit(text) ?? [];
  return value === undefined || !["", "lufs", "db"].includes(unit) ? null : { min: value, max: value };
};

const lengthValue: ReadValue = (text, unitOfRange) => {
  const clock = CLOCK.exec(text);
  if (clock) {
    const value = Number(clock[1] ?? 0) * 3600 + Number(clock[2]) * 60 + Number(clock[3]);
    return { min: value, max: value };
  }
  const [value, typedUnit] = numberAndUnit(text) ?? [];
  const unit = typedUnit || unitOfRange || "s";
  const factor = Object.hasOwn(SECONDS, unit) ? SECONDS[unit] : undefined;
  if (value === undefined || value < 0 || factor === undefined) return null;
  return { min: value * factor, max: value * factor, unit };
};

function numberAndUnit(text: string): [value: number, unit: string] | null {
  const match = NUMBER.exec(text);
  return match ? [Number(match[1]), (match[2] ?? "").toLowerCase()] : null;
}

function widened({ min, max }: NumberRange, by: number): NumberRange {
  return { min: min - by, max: max + by };
}

function endsOf({ min, max }: Interval): NumberRange {
  return { min, max };
}

import type { Text } from "@/lib/language/text";
import type { PlainKey } from "./track";

/** How everything sounds, whichever track plays. */
export interface SoundSettings {
  /** 1 plays as it was recorded, 2 twice as fast. */
  rate: number;
  /** Whether the pitch stays while the rate changes; otherwise both change, as on a tape machine. */
  keepsPitch: boolean;
  /** Whether every track is heard equally loud. */
  matchesLoudness: boolean;
  /** The tempo at which everything plays whose tempo is known. */
  bpm: number | null;
  /** The key in which everything plays whose key is known. */
  key: PlainKey | null;
}

export const USUAL_SOUND: SoundSettings = {
  rate: 1,
  keepsPitch: true,
  matchesLoudness: true,
  bpm: null,
  key: null,
};
export const RATE_LIMITS = { lowest: 0.5, highest: 2 } as const;
export const BPM_LIMITS = { lowest: 20, highest: 400 } as const;
const STEP = 0.05;

/** Inside the limits, in steps that a sum of steps does not blur. */
export const boundRate = (rate: number): number =>
  Number(Math.max(RATE_LIMITS.lowest, Math.min(RATE_LIMITS.highest, rate)).toFixed(6));

/** The next step of 5 % in this direction, also from between two steps. */
export function rateAfter(rate: number, direction: 1 | -1): number {
  const steps = rate / STEP;
  const next = direction > 0 ? Math.floor(steps + 1 + 1e-6) : Math.ceil(steps - 1 - 1e-6);
  return boundRate(next * STEP);
}

/** As "95%", or "103.3%" between whole per cents. */
export const rateText = (rate: number, t: Text): string =>
  t("{percent}%", { percent: Number((rate * 100).toFixed(1)) });

/** What was stored, as far as it makes sense. */
export function soundSettingsOf(stored: unknown): SoundSettings {
  if (typeof stored !== "object" || stored === null) return USUAL_SOUND;
  const { rate, keepsPitch, matchesLoudness, bpm, key } = stored as Record<keyof SoundSettings, unknown>;
  const flag = (value: unknown, usual: boolean) => (typeof value === "boolean" ? value : usual);
  return {
    rate: typeof rate === "number" && Number.isFinite(rate) ? boundRate(rate) : 1,
    keepsPitch: flag(keepsPitch, USUAL_SOUND.keepsPitch),
    matchesLoudness: flag(matchesLoudness, USUAL_SOUND.matchesLoudness),
    bpm: isTempo(bpm) ? bpm : null,
    key: isTonicAndMode(key) ? key : null,
  };
}

export const isTempo = (value: unknown): value is number =>
  typeof value === "number" && value >= BPM_LIMITS.lowest && value <= BPM_LIMITS.highest;

function isTonicAndMode(value: unknown): value is PlainKey {
  if (typeof value !== "object" || value === null) return false;
  const { tonic, mode } = value as Record<keyof PlainKey, unknown>;
  return Number.isInteger(tonic) && Number(tonic) >= 0 && Number(tonic) < 12 && (mode === "major" || mode === "minor");
}

const KEY = "player-sound";

/** The loudness switch is a habit and stays; the rest belongs to a session of listening and goes with its window. */
export function readSoundSettings(): SoundSettings {
  try {
    const session = soundSettingsOf(JSON.parse(sessionStorage.getItem(KEY) ?? "null"));
    return { ...session, matchesLoudness: localStorage.getItem(KEY) !== "as it is" };
  } catch {
    return USUAL_SOUND;
  }
}

export function storeSoundSettings(settings: SoundSettings): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(settings));
    localStorage.setItem(KEY, settings.matchesLoudness ? "matched" : "as it is");
  } catch {
    // Then they hold for this page.
  }
}

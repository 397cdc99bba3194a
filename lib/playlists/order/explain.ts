import { formatDecimal } from "@/lib/music/notation";
import { energyShares, keyCost, NEUTRAL_ERROR, type Track, tempoCost, tempoStep, WEIGHTS } from "./cost";
import { type CurvePoint, energyAt } from "./curve";

/** One sample of a playlist: what the step to it costs, and why. */
export interface PlaylistStep {
  sampleId: string;
  text: string;
  keyCost: number;
  tempoCost: number;
  energyCost: number;
}

const camelot = ({ hour, isMinor }: { hour: number; isMinor: boolean }) => `${hour}${isMinor ? "A" : "B"}`;

/** Each step of an order in words: `8A → 9A, a neighbour; +2 BPM; energy up`. */
export function explain(
  tracks: readonly Track[],
  order: readonly number[],
  curve: readonly CurvePoint[],
): PlaylistStep[] {
  const shares = energyShares(tracks);
  return order.flatMap((index, place) => {
    const track = tracks[index];
    if (!track) return [];
    const before = tracks[order[place - 1] ?? -1] ?? null;
    const wanted = energyAt(curve, order.length === 1 ? 0 : place / (order.length - 1));
    const share = shares[index] ?? null;
    const texts = before
      ? [keyText(before, track), tempoText(before, track), energyText(shares[order[place - 1] ?? -1] ?? null, share)]
      : [openingText(track), share === null ? "energy not known" : `energy ${percent(share)}`];
    return {
      sampleId: track.id,
      text: [...texts, ...curveText(share, wanted)].join("; "),
      keyCost: before ? WEIGHTS.key * keyCost(before.key, track.key) : 0,
      tempoCost: before ? WEIGHTS.tempo * tempoCost(before.bpm, track.bpm) : 0,
      energyCost: WEIGHTS.energy * (share === null ? NEUTRAL_ERROR : Math.abs(share - wanted)),
    };
  });
}

function openingText({ key, bpm }: Track): string {
  const parts = [key ? camelot(key) : "no key", bpm === null ? "no tempo" : `${formatDecimal(bpm, 1)} BPM`];
  return `Opens with ${parts.join(", ")}`;
}

function keyText({ key: from }: Track, { key: to }: Track): string {
  if (!from || !to) return "key not known, counted as a half fit";
  const cost = keyCost(from, to);
  const words =
    cost === 0
      ? "the same key"
      : from.hour === to.hour
        ? "its relative"
        : cost <= 0.1
          ? "a neighbour"
          : cost < 0.4
            ? "a neighbour's relative"
            : cost < 0.5
              ? "a whole tone"
              : "a far key";
  return cost === 0 ? `${camelot(to)}, ${words}` : `${camelot(from)} → ${camelot(to)}, ${words}`;
}

function tempoText({ bpm: from }: Track, { bpm: to }: Track): string {
  if (from === null || to === null) return "tempo not known, counted as a half fit";
  const { change, factor } = tempoStep(from, to);
  const time = factor === 1 ? "" : factor === 2 ? " at double time" : " at half time";
  if (Math.abs(change) < 0.05) return `the same tempo${time}`;
  return `${change > 0 ? "+" : ""}${formatDecimal(change, 1)} BPM${time}`;
}

function energyText(from: number | null, to: number | null): string {
  if (from === null || to === null) return "energy not known";
  if (Math.abs(to - from) < 0.03) return "energy level";
  return to > from ? "energy up" : "energy down";
}

function curveText(share: number | null, wanted: number): string[] {
  if (share === null || Math.abs(share - wanted) < 0.15) return [];
  return [`${percent(share)} where the curve asks for ${percent(wanted)}`];
}

/** A line never ends between the number and its sign. */
const percent = (share: number) => `${Math.round(share * 100)}\u00a0%`;

import { msg } from "@/lib/language/text";
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
      : [openingText(track), share === null ? msg("energy not known") : msg`energy ${percent(share)}`];
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
  const tempo = bpm === null ? null : formatDecimal(bpm, 1);
  if (!key) return tempo ? msg`Opens with no key, ${tempo} BPM` : msg("Opens with no key, no tempo");
  return tempo ? msg`Opens with ${camelot(key)}, ${tempo} BPM` : msg`Opens with ${camelot(key)}, no tempo`;
}

function keyText({ key: from }: Track, { key: to }: Track): string {
  if (!from || !to) return msg("key not known, counted as a half fit");
  const cost = keyCost(from, to);
  const [before, after] = [camelot(from), camelot(to)];
  if (cost === 0) return msg`${after}, the same key`;
  if (from.hour === to.hour) return msg`${before} → ${after}, its relative`;
  if (cost <= 0.1) return msg`${before} → ${after}, a neighbour`;
  if (cost < 0.4) return msg`${before} → ${after}, a neighbour's relative`;
  if (cost < 0.5) return msg`${before} → ${after}, a whole tone`;
  return msg`${before} → ${after}, a far key`;
}

function tempoText({ bpm: from }: Track, { bpm: to }: Track): string {
  if (from === null || to === null) return msg("tempo not known, counted as a half fit");
  const { change, factor } = tempoStep(from, to);
  if (Math.abs(change) < 0.05) {
    if (factor === 1) return msg("the same tempo");
    return factor === 2 ? msg("the same tempo at double time") : msg("the same tempo at half time");
  }
  const by = `${change > 0 ? "+" : ""}${formatDecimal(change, 1)}`;
  if (factor === 1) return `${by} BPM`;
  return factor === 2 ? msg`${by} BPM at double time` : msg`${by} BPM at half time`;
}

function energyText(from: number | null, to: number | null): string {
  if (from === null || to === null) return msg("energy not known");
  if (Math.abs(to - from) < 0.03) return msg("energy level");
  return to > from ? msg("energy up") : msg("energy down");
}

function curveText(share: number | null, wanted: number): string[] {
  if (share === null || Math.abs(share - wanted) < 0.15) return [];
  return [msg`${percent(share)} where the curve asks for ${percent(wanted)}`];
}

/** A line never ends between the number and its sign. */
const percent = (share: number) => `${Math.round(share * 100)}\u00a0%`;

import type { LabelledFile } from "@/bench/labels/labelled-file";

const WITHIN = 0.04;
const OCTAVES = [1, 2, 3, 1 / 2, 1 / 3];

const close = (bpm: number, expected: number) => Math.abs(bpm / expected - 1) <= WITHIN;

/** Acc1: within 4 % of the label. No answer counts as wrong. */
export const tempoAcc1 = (bpm: number | null, expected: number) => bpm !== null && close(bpm, expected);

/** Acc2: within 4 % of the label times 1, 2, 3, ½ or ⅓. */
export const tempoAcc2 = (bpm: number | null, expected: number) =>
  bpm !== null && OCTAVES.some((factor) => close(bpm, expected * factor));

type Key = { tonic: number; mode: "major" | "minor" };

/** MIREX weights: 1 exact, 0.5 a fifth away, 0.3 relative, 0.2 parallel, else 0. */
export function keyScore(found: Key | null, expected: Key): number {
  if (!found) return 0;
  const distance = (found.tonic - expected.tonic + 12) % 12;
  if (found.mode === expected.mode) return distance === 0 ? 1 : distance === 5 || distance === 7 ? 0.5 : 0;
  if (distance === 0) return 0.2;
  return distance === (expected.mode === "major" ? 9 : 3) ? 0.3 : 0;
}

const BEAT_WITHIN_SECONDS = 0.07;
/** A listener needs this long to find the beat; earlier beats are not counted. */
const BEATS_FROM_SECONDS = 5;

/** F-measure of beats within ±70 ms of a label; each label is matched once, and everything before 5 s is left out. */
export function beatScore(found: readonly number[], expected: readonly number[]): number {
  const counted = (seconds: number) => seconds >= BEATS_FROM_SECONDS;
  const beats = found.filter(counted);
  const labels = expected.filter(counted);
  if (beats.length + labels.length === 0) return 1;
  let hits = 0;
  let next = 0;
  for (const label of labels) {
    while (next < beats.length && (beats[next] ?? 0) < label - BEAT_WITHIN_SECONDS) next++;
    if (next === beats.length || (beats[next] ?? 0) > label + BEAT_WITHIN_SECONDS) continue;
    hits++;
    next++;
  }
  return (2 * hits) / (beats.length + labels.length);
}

/** The group that a file is reported in: loops by length, all others by folder. */
export function reportGroup(file: LabelledFile, durationSeconds: number): string {
  if (file.group !== "loops") return file.group;
  return durationSeconds < 5 ? "loops < 5 s" : "loops ≥ 5 s";
}

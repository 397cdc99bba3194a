import type { CandidateNetwork } from "@/lib/dsp/learned/candidate-network";
import { type RhythmProfile, rhythmProfile } from "./rhythm-profile";
import { tempoBeliefs } from "./tempo-beliefs";
import { beatSalience, tempoCandidates } from "./tempo-candidates";

/** One of two tempi between which a piece changes: in BPM, by how much it is believed there, 0 … 1, and for how long. */
export type TempoPart = { bpm: number; belief: number; share: number; profile: RhythmProfile };
/** The longer part comes first. `variation` is the standard deviation of the tempo over its mean. */
export type TempoChange = { parts: [TempoPart, TempoPart]; variation: number };

/** Shorter pieces are not divided. */
const SHORTEST_SECONDS = 24;
const WINDOW_SECONDS = 10;
const WINDOWS_MAX = 8;
/** A window whose best reading is less likely than this says nothing. */
const BELIEF_MIN = 0.5;
/** Tempi are the same, an octave up or down included, if they differ by less. */
const SAME_OCTAVES = 0.045;
/** Tempi closer than this are one that sways. */
const APART_OCTAVES = 0.1;
/** Share of the windows that the second tempo has at least, and windows. */
const SECOND_SHARE = 0.25;
const SECOND_WINDOWS = 2;
/** Share of the windows that both tempi together have at least. A tempo that wanders is not two. */
const BOTH_SHARE = 0.7;
/** From one tempo to the other and back. */
const TURNS_MAX = 2;
/** In a window of one tempo, the other one has this share of its salience at most. */
const SALIENCE_SHARE = 0.75;

type Window = { from: number; to: number; profile: RhythmProfile; bpm: number; belief: number };

/**
 * Whether a piece changes from one tempo to another: each stretch of ten seconds is estimated by itself, and the
 * stretches must speak clearly for two tempi that are not octaves of each other. Returns null if it keeps to one, or
 * wanders.
 */
export function tempoChange(
  strengths: readonly (Float32Array | Float64Array)[],
  framesPerSecond: number,
  durationSeconds: number,
  networks: readonly CandidateNetwork[],
): TempoChange | null {
  if (durationSeconds < SHORTEST_SECONDS) return null;
  const part = (from: number, to: number) =>
    rhythmProfile(
      strengths.map((band) => band.subarray(from, to)),
      framesPerSecond,
      (to - from) / framesPerSecond,
    );
  const windows = windowsOf(strengths[0].length, framesPerSecond, durationSeconds).flatMap(({ from, to }) => {
    const profile = part(from, to);
    // Without this, whole bars would be looked for in the window.
    const open = profile && { ...profile, durationSeconds };
    const [best] = open ? tempoBeliefs(open, tempoCandidates(open), networks) : [];
    return open && best && best.confidence >= BELIEF_MIN
      ? [{ from, to, profile: open, bpm: best.bpm, belief: best.confidence }]
      : [];
  });
  const groups = groupsOf(windows);
  const [first, second] = groups;
  if (!second || second.length < SECOND_WINDOWS || second.length < SECOND_SHARE * windows.length) return null;
  if (Math.abs(octavesApart(first[0].bpm, second[0].bpm)) < APART_OCTAVES) return null;
  if (first.length + second.length < BOTH_SHARE * windows.length) return null;
  if (turns(windows, first) > TURNS_MAX || !standsOut(first, second) || !standsOut(second, first)) return null;
  const parts = [first, second].map((group) => partOf(group, windows.length, durationSeconds, part));
  const [a, b] = parts;
  const spread = Math.log(2) * Math.abs(octavesApart(a.bpm, b.bpm));
  return { parts: [a, b], variation: (spread * Math.sqrt(a.share * b.share)) / (a.share + b.share) };
}

function windowsOf(frames: number, framesPerSecond: number, durationSeconds: number): { from: number; to: number }[] {
  const length = Math.round(WINDOW_SECONDS * framesPerSecond);
  const count = Math.min(WINDOWS_MAX, Math.floor((2 * durationSeconds) / WINDOW_SECONDS) - 1);
  return Array.from({ length: count }, (_, i) => {
    const from = Math.round((i * (frames - length)) / (count - 1));
    return { from, to: from + length };
  });
}

/** Octaves from one tempo to the nearest octave of the other, −0.5 … 0.5. */
function octavesApart(a: number, b: number): number {
  const octaves = Math.log2(a / b);
  return octaves - Math.round(octaves);
}

const isSame = (a: number, b: number) => Math.abs(octavesApart(a, b)) < SAME_OCTAVES;

/** Windows of the same tempo, whatever its octave; the largest group first. */
function groupsOf(windows: readonly Window[]): Window[][] {
  const groups: Window[][] = [];
  for (const window of windows) {
    const known = groups.find(([{ bpm }]) => isSame(bpm, window.bpm));
    if (known) known.push(window);
    else groups.push([window]);
  }
  const weight = (group: Window[]) => group.reduce((sum, { belief }) => sum + belief, 0);
  return groups.sort((a, b) => weight(b) - weight(a));
}

function turns(windows: readonly Window[], group: readonly Window[]): number {
  return windows.filter((window, i) => i > 0 && group.includes(window) !== group.includes(windows[i - 1])).length;
}

/** Whether the tempo of `group` is clearly felt in most of its windows, and that of `other` is not. */
function standsOut(group: readonly Window[], other: readonly Window[]): boolean {
  const salience = (profile: RhythmProfile, bpm: number) =>
    Math.max(...[bpm / 2, bpm, bpm * 2].map((octave) => beatSalience(profile, octave)));
  const clear = group.filter(
    ({ profile, bpm }) => salience(profile, other[0].bpm) < SALIENCE_SHARE * salience(profile, bpm),
  );
  return clear.length > group.length / 2;
}

/** The tempo at the octave that most of the windows have, and the profile of the longest run of them. */
function partOf(
  group: readonly Window[],
  windows: number,
  durationSeconds: number,
  profileOf: (from: number, to: number) => RhythmProfile | null,
): TempoPart {
  const votes = (bpm: number) =>
    group.filter((window) => Math.abs(Math.log2(window.bpm / bpm)) < SAME_OCTAVES).map(({ belief }) => belief);
  const sum = (values: number[]) => values.reduce((all, value) => all + value, 0);
  const best = group.reduce((a, b) => (sum(votes(b.bpm)) > sum(votes(a.bpm)) ? b : a));
  const own = group.filter(({ bpm }) => Math.abs(Math.log2(bpm / best.bpm)) < SAME_OCTAVES);
  const run = longestRun(own);
  const profile = profileOf(run[0].from, run[run.length - 1].to) ?? best.profile;
  return {
    bpm: best.bpm,
    belief: sum(votes(best.bpm)) / group.length,
    share: group.length / windows,
    profile: { ...profile, durationSeconds },
  };
}

/** The longest series of windows that overlap or touch. */
function longestRun(windows: readonly Window[]): Window[] {
  let longest: Window[] = [];
  let run: Window[] = [];
  for (const window of windows) {
    const last = run[run.length - 1];
    run = last && window.from <= last.to ? [...run, window] : [window];
    if (run.length > longest.length) longest = run;
  }
  return longest;
}

import { correlationAt, pulseMagnitude, type RhythmProfile } from "./rhythm-profile";
import { loopTempi } from "./tempo-refinement";

export const MIN_BPM = 40;
export const MAX_BPM = 240;
const GRID_RATIO = 1.006;
const STRONGEST = 6;
/** Metrical relatives of a strong periodicity that are weighed even where the music hardly marks them. */
const RELATIVES = [1, 2, 1 / 2, 3, 1 / 3, 3 / 2, 2 / 3];
/** Candidates closer than this are one. */
const SAME_RATIO = 1.035;
/** Files up to this length may be one loop; loops slower or faster than these are not guessed by length. */
const LOOP_SECONDS_MAX = 24;
const LOOP_MIN_BPM = 60;
const LOOP_MAX_BPM = 190;

/** Salience of a beat period: how well the onsets repeat after one, two and four beats, and pulse at its rate. */
export function beatSalience(profile: RhythmProfile, bpm: number): number {
  const lag = (60 * profile.framesPerSecond) / bpm;
  const repeats =
    0.5 * correlationAt(profile, 3, lag) +
    0.3 * correlationAt(profile, 3, lag * 2) +
    0.2 * correlationAt(profile, 3, lag * 4);
  return Math.max(0, repeats) + 0.5 * pulseMagnitude(profile, 3, bpm / 60);
}

/** Tempi worth weighing, each refined to the local best, strongest first. */
export function tempoCandidates(profile: RhythmProfile): number[] {
  const grid: { bpm: number; salience: number }[] = [];
  for (let bpm = MIN_BPM; bpm <= MAX_BPM; bpm *= GRID_RATIO) grid.push({ bpm, salience: beatSalience(profile, bpm) });
  const peaks = grid
    .filter(({ salience }, i) => salience >= (grid[i - 1]?.salience ?? 0) && salience > (grid[i + 1]?.salience ?? 0))
    .sort((a, b) => b.salience - a.salience)
    .slice(0, STRONGEST);
  const candidates = loopCandidates(profile);
  for (const relative of RELATIVES) {
    for (const { bpm } of peaks) {
      const candidate = bpm * relative;
      const known = candidates.some((other) => Math.max(other, candidate) / Math.min(other, candidate) < SAME_RATIO);
      if (!known && candidate >= MIN_BPM && candidate <= MAX_BPM) candidates.push(candidate);
    }
  }
  return candidates;
}

/** Tempi at which a short file is a whole loop. */
function loopCandidates(profile: RhythmProfile): number[] {
  if (profile.durationSeconds > LOOP_SECONDS_MAX) return [];
  return loopTempi(profile.durationSeconds, LOOP_MIN_BPM, LOOP_MAX_BPM);
}

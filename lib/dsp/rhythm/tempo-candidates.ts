import { loopTempi } from "./loop-length";
import { correlationAt, pulseMagnitude, type RhythmProfile } from "./rhythm-profile";

/** Tempi outside these limits are never considered. */
const MIN_BPM = 40;
const MAX_BPM = 240;
/** Ratio of neighbouring tempi on the grid that is searched. */
const GRID_RATIO = 1.006;
/** Peaks of the grid that are kept. */
const STRONGEST = 6;
/** Metrical relatives of a strong period that are weighed even if the music hardly marks them. */
const RELATIVES = [1, 2, 1 / 2, 3, 1 / 3, 3 / 2, 2 / 3];
/** Candidates closer than this ratio are one. */
const SAME_RATIO = 1.035;
/** Files up to this length may be one loop; slower or faster loops than these are not guessed from the length. */
const LOOP_SECONDS_MAX = 24;
const LOOP_MIN_BPM = 60;
const LOOP_MAX_BPM = 190;

/**
 * How much a tempo stands out, from 0 to about 1.5: how well the onsets repeat after one, two and four beats, and pulse
 * at its rate.
 */
export function beatSalience(profile: RhythmProfile, bpm: number): number {
  const lag = (60 * profile.framesPerSecond) / bpm;
  const repeats =
    0.5 * correlationAt(profile, 3, lag) +
    0.3 * correlationAt(profile, 3, lag * 2) +
    0.2 * correlationAt(profile, 3, lag * 4);
  return Math.max(0, repeats) + 0.5 * pulseMagnitude(profile, 3, bpm / 60);
}

/**
 * Tempi in BPM worth weighing, between `MIN_BPM` and `MAX_BPM`: first those at which a short file is a whole loop, then
 * the most salient periods and their metrical relatives, the same relative of all of them together. Unlike each other
 * by 3.5 % at least.
 */
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

/** Tempi at which a short file is a whole loop; none for a long file. */
function loopCandidates(profile: RhythmProfile): number[] {
  if (profile.durationSeconds > LOOP_SECONDS_MAX) return [];
  return loopTempi(profile.durationSeconds, LOOP_MIN_BPM, LOOP_MAX_BPM);
}

import type { SeededRandom } from "@/bench/statistics/seeded-random";

/** How freely a player treats the tempo, as shares of a beat's length unless a unit is named. */
export type Freedom = {
  /** Standard deviations: how the tempo wanders slowly, and how uneven it is from beat to beat. */
  wandering: number;
  unevenness: number;
  /** How much longer the last beat of a phrase is. */
  phraseEnd: number;
  /** How much shorter beats are in the middle of a phrase than at its ends. */
  arch?: number;
  /** Standard deviation of single notes; time from note to note of a rolled chord; how early the melody comes. */
  jitterSeconds: number;
  rollSeconds: number;
  leadSeconds: number;
};

export function drawFreedom(random: SeededRandom, most: number): Freedom {
  const much = random.next() ** 1.5 * most;
  return {
    wandering: 0.09 * much,
    unevenness: 0.035 * much,
    phraseEnd: random.chance(0.7) ? 0.35 * much * random.next() : 0,
    jitterSeconds: 0.002 + 0.016 * random.next() * Math.max(0.4, much),
    rollSeconds: random.chance(0.4) ? random.between(0.01, 0.045) : 0,
    leadSeconds: random.between(0, 0.025) * much,
  };
}

/** Times of `count` beats, the first at `startSeconds`; `phraseBeats` beats make a phrase. */
export function freeBeats(
  random: SeededRandom,
  freedom: Freedom,
  count: number,
  phraseBeats: number,
  bpm: number,
  startSeconds: number,
): number[] {
  const beats = [startSeconds];
  let wandered = 0;
  for (let beat = 0; beat + 1 < count; beat++) {
    // A first-order process that remembers about eight beats.
    wandered = 0.88 * wandered + 0.475 * freedom.wandering * random.bell();
    const arch = (freedom.arch ?? 0) * ((2 * ((beat % phraseBeats) / phraseBeats) - 1) ** 2 - 1 / 3);
    const toEnd = phraseBeats - 1 - (beat % phraseBeats);
    const slowing = toEnd < 2 ? freedom.phraseEnd * (toEnd === 0 ? 1 : 0.4) : 0;
    const share = Math.exp(wandered + arch + freedom.unevenness * random.bell()) * (1 + slowing);
    beats.push((beats[beat] ?? 0) + (60 / bpm) * share);
  }
  return beats;
}

/** When a fractional beat falls between the played ones. */
export function secondsAt(beats: readonly number[], beat: number): number {
  const index = Math.max(0, Math.min(beats.length - 2, Math.floor(beat)));
  const from = beats[index] ?? 0;
  return from + (beat - index) * ((beats[index + 1] ?? from) - from);
}

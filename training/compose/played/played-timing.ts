import type { SeededRandom } from "@/bench/statistics/seeded-random";
import { drawQuantile, drawShare, type Quantiles } from "./drawing";

/**
 * How evenly somebody plays, measured on performances of piano music: the length of a beat is T · (exp(slow + fast) +
 * jitter after − jitter before), two first-order processes and white noise. Standard deviations are shares of a beat.
 */
type Timekeeping = {
  slow: number;
  slowMemory: number;
  fast: number;
  fastMemory: number;
  jitter: number;
  /** Chances a beat: a slowing over several beats, and one long beat. */
  slowing: number;
  pause: number;
};

const STEADY = { slow: 0.079, slowMemory: 0.966, fast: 0.05, fastMemory: 0.31, jitter: 0.0216 };
const MIDDLE = { slow: 0.141, slowMemory: 0.981, fast: 0.095, fastMemory: 0.144, jitter: 0.012 };
const FREE = { slow: 0.257, slowMemory: 0.979, fast: 0.136, fastMemory: 0.36, jitter: 0.0372 };
const PIANISTS: Timekeeping[] = [
  { ...STEADY, slowing: 0.0065, pause: 0.0017 },
  { ...MIDDLE, slowing: 0.0208, pause: 0.0069 },
  { ...FREE, slowing: 0.0352, pause: 0.0124 },
];
/** Whoever plays for dancers or sings with a band keeps time better than a pianist alone. */
const TOGETHER = {
  slow: 0.022,
  slowMemory: 0.97,
  fast: 0.014,
  fastMemory: 0.3,
  jitter: 0.008,
  slowing: 0.002,
  pause: 0,
};
const MACHINE = { slow: 0, slowMemory: 0, fast: 0, fastMemory: 0, jitter: 0, slowing: 0, pause: 0 };

export type Player = "pianist" | "dancers" | "band";

const SLOWING_PEAK: Quantiles = [1.23, 1.36, 1.56, 1.92, 3];
const PAUSE_PEAK: Quantiles = [1.41, 1.47, 1.57, 1.78, 2.36];
/** How much of a slowing falls on the beats around its peak, which is the fourth, in logarithms. */
const SLOWING_SHAPE = [0.08, 0.18, 0.55, 1, 0.27];
const SLOWING_PEAK_AT = 3;
const PEAK_PLACES = [
  ["last", 0.44],
  ["first", 0.4],
  ["any", 0.16],
] as const;
/** Beat lengths at the end of a piece. */
const CLOSE = [1.02, 1.02, 1.03, 1.05, 1.07, 1.14, 1.3, 1.63];
/** The first and the last beat of a bar are a little longer than those between. */
const BAR_EDGE = 0.018;
/** Nobody plays a beat this much shorter or longer than the piece's. */
const SHORTEST = 0.45;
const LONGEST = 4;

function drawTimekeeping(random: SeededRandom, player: Player): Timekeeping {
  if (player === "pianist") {
    const own = PIANISTS[random.whole(0, 2)] as Timekeeping;
    const scale = Math.exp(0.22 * random.bell());
    return { ...own, slow: own.slow * scale, fast: own.fast * scale, jitter: own.jitter * scale };
  }
  if (random.chance(player === "band" ? 0.7 : 0.45)) return MACHINE;
  const scale = 2 * random.next() ** 1.5 + 0.2;
  return { ...TOGETHER, slow: 0.022 * scale, fast: 0.014 * scale, jitter: 0.008 * scale };
}

export type BeatPlan = {
  bpm: number;
  count: number;
  beatsPerBar: number;
  /** Beats before the first bar line. */
  pickup: number;
  player: Player;
  /** Whether the last beats close a piece. */
  closes: boolean;
};

/** Times of `count` beats in seconds, the first at 0, as somebody plays them. */
export function playedBeats(random: SeededRandom, plan: BeatPlan): number[] {
  const { bpm, count, beatsPerBar, pickup, player, closes } = plan;
  const keeping = drawTimekeeping(random, player);
  const logs = new Float64Array(count);
  let slow = keeping.slow * random.bell();
  let fast = keeping.fast * random.bell();
  for (let beat = 0; beat < count; beat++) {
    slow = following(random, slow, keeping.slow, keeping.slowMemory);
    fast = following(random, fast, keeping.fast, keeping.fastMemory);
    const place = (beat - pickup + beatsPerBar) % beatsPerBar;
    const edge = keeping.fast > 0 && beatsPerBar > 2 ? (place === 0 || place === beatsPerBar - 1 ? 1 : -1) : 0;
    logs[beat] = slow + fast + edge * Math.min(BAR_EDGE, keeping.fast / 3);
  }
  for (let beat = 0; beat < count; beat++) {
    if (random.chance(keeping.slowing)) addSlowing(random, logs, beat, plan);
    if (random.chance(keeping.pause)) add(logs, beat, Math.log(drawQuantile(random, PAUSE_PEAK)));
  }
  if (closes && keeping.slowing > 0) {
    const much = random.between(0.2, 1.6);
    for (const [i, ratio] of CLOSE.entries()) add(logs, count - CLOSE.length + i, much * Math.log(ratio));
  }
  const period = 60 / bpm;
  const times = [0];
  let before = 0;
  for (let beat = 0; beat + 1 < count; beat++) {
    const after = keeping.jitter * random.bell();
    const share = Math.exp(logs[beat] as number) + after - before;
    before = after;
    times.push((times[beat] as number) + period * Math.max(SHORTEST, Math.min(LONGEST, share)));
  }
  return times;
}

const following = (random: SeededRandom, value: number, spread: number, memory: number) =>
  memory * value + spread * Math.sqrt(1 - memory * memory) * random.bell();

function addSlowing(random: SeededRandom, logs: Float64Array, near: number, plan: BeatPlan): void {
  const { beatsPerBar, pickup } = plan;
  const place = drawShare(random, PEAK_PLACES);
  const bar = Math.floor((near - pickup) / beatsPerBar) * beatsPerBar + pickup;
  const peak = place === "any" ? near : place === "first" ? bar : bar + beatsPerBar - 1;
  const much = Math.log(drawQuantile(random, SLOWING_PEAK));
  for (const [i, share] of SLOWING_SHAPE.entries()) add(logs, peak - SLOWING_PEAK_AT + i, much * share);
}

function add(logs: Float64Array, beat: number, value: number): void {
  if (beat >= 0 && beat < logs.length) logs[beat] = (logs[beat] as number) + value;
}

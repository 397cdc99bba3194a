import type { MelMap, Piece } from "@/components/visualizer/engine/piece";
import { seededRandom } from "@/components/visualizer/engine/random";
import { heightOf, type Spiral, timbreOfLine, writePlace } from "./spiral";
import type { Timbre, TimbreLine } from "./timbre";

export const PARTICLES = { least: 2000, most: 60_000 };
/** Particles of the quietest moment, beside those of the loudest. */
const QUIET_SHARE = 0.1;

export function particleCount(detail: number): number {
  const share = Math.min(1, Math.max(0, detail));
  return Math.round(PARTICLES.least * (PARTICLES.most / PARTICLES.least) ** share);
}

/** Particles in the order of their times. */
export interface Nebula {
  count: number;
  /** x, y and z of each. */
  positions: Float32Array;
  /** Seconds at which each sounds. */
  times: Float32Array;
  /** Its frequency, 0 … 1 from low to high on the mel scale. */
  bands: Float32Array;
  /** How strong it is there and then, 0 … 1. */
  strengths: Float32Array;
  /** A random number 0 … 1 for each, for what has no meaning. */
  chances: Float32Array;
}

/**
 * Places a cloud along the spiral. Each particle is a bit of sound energy: there are more of them where the piece is
 * louder, and their frequencies are spread as the spectrum of their moment is. Noise scatters, tones stay in line.
 * The same piece and seed make the same cloud.
 */
export function placeNebula(piece: Piece, line: TimbreLine, spiral: Spiral, count: number, seed: number): Nebula {
  const random = seededRandom(seed);
  // About normal, with a spread of 1.
  const scatter = () => (random() + random() + random() - 1.5) * 2;
  const nebula: Nebula = {
    count,
    positions: new Float32Array(count * 3),
    times: new Float32Array(count),
    bands: new Float32Array(count),
    strengths: new Float32Array(count),
    chances: new Float32Array(count),
  };
  const shareOf = sharesByLevel(line);
  const moment: Timbre = { brightness: 0, level: 0, noisiness: 0 };
  for (let i = 0; i < count; i++) {
    const share = shareOf((i + random()) / count);
    timbreOfLine(line, share, moment);
    const band = bandOf(piece, line, moment, share, random);
    const across =
      line.source === "none" ? scatter() * 0.1 : band - 0.5 + scatter() * (0.012 + 0.05 * moment.noisiness);
    const base = line.source === "none" ? 0 : heightOf(moment.level);
    const height = base + scatter() * (0.03 + 0.26 * moment.noisiness + 0.1 * moment.level);
    // The ends of the arm are as loose as its sides.
    const along = Math.max(0, share + scatter() * 0.005);
    writePlace(spiral, along, across, height, nebula.positions, i);
    nebula.times[i] = share * piece.durationSeconds;
    nebula.bands[i] = band;
    nebula.strengths[i] = line.source === "none" ? 0 : 0.25 + 0.75 * moment.level;
    nebula.chances[i] = random();
  }
  return nebula;
}

/** Turns evenly spread numbers 0 … 1 into shares of the piece that lie closer where it is louder. */
function sharesByLevel(line: TimbreLine): (even: number) => number {
  const sums = new Float64Array(line.steps + 1);
  for (let step = 0; step < line.steps; step++) {
    sums[step + 1] = (sums[step] ?? 0) + QUIET_SHARE + (1 - QUIET_SHARE) * (line.level[step] ?? 0);
  }
  const whole = sums[line.steps] ?? 1;
  let step = 0;
  return (even) => {
    const target = even * whole;
    // The numbers ascend but for their chance within one place.
    while (step > 0 && (sums[step] ?? 0) > target) step--;
    while (step < line.steps - 1 && (sums[step + 1] ?? 0) < target) step++;
    const from = sums[step] ?? 0;
    const to = sums[step + 1] ?? 1;
    return Math.min(1, Math.max(0, (step + (target - from) / (to - from)) / line.steps));
  };
}

function bandOf(piece: Piece, line: TimbreLine, moment: Timbre, share: number, random: () => number): number {
  if (line.source === "mel" && piece.mel) return bandOfColumn(piece.mel, share, random);
  if (line.source === "none") return 0.5;
  // Of an envelope only the balance of three bands is known.
  return Math.min(1, Math.max(0, moment.brightness + (random() + random() - 1) * 0.28));
}

/** A frequency by chance, where each band has the chance that its energy gives it. */
function bandOfColumn({ columns, bands, values }: MelMap, share: number, random: () => number): number {
  const start = Math.min(columns - 1, Math.floor(share * columns)) * bands;
  let whole = 0;
  for (let band = 0; band < bands; band++) whole += (values[start + band] ?? 0) ** 2;
  let rest = random() * whole;
  for (let band = 0; band < bands && whole > 0; band++) {
    rest -= (values[start + band] ?? 0) ** 2;
    if (rest <= 0) return (band + random()) / bands;
  }
  return random();
}

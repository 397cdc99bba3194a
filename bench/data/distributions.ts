import type { SeededRandom } from "@/bench/statistics/seeded-random";
import type { KeyLike } from "@/lib/music/keys";

// Tempo and key of real music. Counted in public corpora; only the shares are here.
// Pop: 873 songs of POP909 (Wang et al., ISMIR 2020), tempo in bins of an eighth of an octave.
// Folk: 960 tunes of the Nottingham Music Database. Piano: 967 performances of ASAP (Foscarin et al., ISMIR 2020).

const POP_BPM_EDGES = [51.9, 56.6, 61.7, 67.3, 73.4, 80, 87.2, 95.1, 104, 113, 123, 135, 147, 160, 174, 190, 207];
const POP_BPM_SHARES = [
  0.00115, 0.0229, 0.0916, 0.16, 0.0905, 0.0928, 0.0893, 0.0458, 0.0916, 0.152, 0.103, 0.0389, 0.00916, 0.00458,
  0.00458, 0.00115,
];
const PIANO_BPM_EDGES = [20, 23.8, 28.3, 33.6, 40, 47.6, 56.6, 67.3, 80, 95.1, 113, 135, 160, 190, 226, 269, 320];
const PIANO_BPM_SHARES = [
  0.00686, 0.0145, 0.0293, 0.0338, 0.0144, 0.0604, 0.0727, 0.0803, 0.14, 0.126, 0.131, 0.132, 0.0617, 0.0431, 0.0297,
  0.0252,
];
/** By pitch class from C. */
const POP_MAJOR = [0.0664, 0.0458, 0.0435, 0.047, 0.0447, 0.055, 0.0332, 0.063, 0.0389, 0.0378, 0.0435, 0.0424];
const POP_MINOR = [0.0481, 0.0321, 0.0367, 0.0263, 0.0493, 0.0321, 0.0263, 0.0344, 0.0321, 0.0435, 0.0332, 0.0447];
const FOLK_MAJOR = [0.04688, 0, 0.3573, 0, 0.002083, 0.02396, 0, 0.3594, 0, 0.1167, 0.009375, 0.001042];
const FOLK_MINOR = [0, 0, 0.01042, 0, 0.02604, 0, 0, 0.009375, 0, 0.03438, 0, 0.003125];

/** Draws positions by their shares, which need not sum to 1. */
export class Shares {
  private readonly sums: number[];

  constructor(shares: readonly number[]) {
    let sum = 0;
    this.sums = shares.map((share) => (sum += share));
  }

  /** A position from 0; by bisection, as some lists are long. */
  draw(random: SeededRandom): number {
    const { sums } = this;
    const target = random.next() * (sums[sums.length - 1] ?? 0);
    let low = 0;
    let high = sums.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] as number) > target) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}

/** Ranks from 0 whose shares fall as 1 / (rank + flatness)^exponent. Zipf–Mandelbrot. */
export class ZipfRanks extends Shares {
  constructor(count: number, exponent = 1, flatness = 1) {
    super(Array.from({ length: count }, (_, rank) => (rank + flatness) ** -exponent));
  }
}

const popTempo = new Shares(POP_BPM_SHARES);
const pianoTempo = new Shares(PIANO_BPM_SHARES);
const popKeys = new Shares([...POP_MAJOR, ...POP_MINOR]);
const folkKeys = new Shares([...FOLK_MAJOR, ...FOLK_MINOR]);

/** BPM: a bin by its share, then anywhere in it on the log scale. */
export function drawBpm(random: SeededRandom, style: "pop" | "piano"): number {
  const [shares, edges] = style === "pop" ? [popTempo, POP_BPM_EDGES] : [pianoTempo, PIANO_BPM_EDGES];
  const bin = shares.draw(random);
  const low = edges[bin] as number;
  return low * ((edges[bin + 1] as number) / low) ** random.next();
}

export function drawKey(random: SeededRandom, style: "pop" | "folk"): KeyLike & { tonic: number } {
  const position = (style === "pop" ? popKeys : folkKeys).draw(random);
  return { tonic: position % 12, mode: position < 12 ? "major" : "minor" };
}

/** From the values below which 5, 25, 50, 75 and 95 % lie, on the log scale between them. */
export function drawFromQuantiles(random: SeededRandom, quantiles: readonly number[]): number {
  const share = Math.min(0.95, Math.max(0.05, random.next()));
  const places = [0.05, 0.25, 0.5, 0.75, 0.95];
  const upper = Math.max(
    1,
    places.findIndex((place) => share <= place),
  );
  const low = quantiles[upper - 1] as number;
  const part = (share - (places[upper - 1] as number)) / ((places[upper] as number) - (places[upper - 1] as number));
  return low * ((quantiles[upper] as number) / low) ** part;
}

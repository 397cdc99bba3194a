import type { SeededRandom } from "@/bench/statistics/seeded-random";
import { drawShare, type Shares } from "./drawing";

/** A metre: beats in a bar, and parts that a beat is naturally cut into. */
export type Metre = { name: string; beatsPerBar: number; compound: boolean };

export const METRES = {
  "4/4": { name: "4/4", beatsPerBar: 4, compound: false },
  "3/4": { name: "3/4", beatsPerBar: 3, compound: false },
  "2/4": { name: "2/4", beatsPerBar: 2, compound: false },
  "6/8": { name: "6/8", beatsPerBar: 2, compound: true },
  "9/8": { name: "9/8", beatsPerBar: 3, compound: true },
  "12/8": { name: "12/8", beatsPerBar: 4, compound: true },
} satisfies Record<string, Metre>;

/** Where notes begin in a bar of a folk tune, in quarters, with shares: those found in most tunes. */
const TUNE_BARS: Record<string, Shares<string>> = {
  "4/4": [
    ["0 0.5 1 1.5 2 2.5 3 3.5", 18],
    ["0 1 2 3", 14],
    ["0 1 1.5 2 2.5 3 3.5", 6],
    ["0 0.5 1 1.5 2 3 3.5", 5],
    ["0 1 2 3 3.5", 5],
    ["0 0.5 1 1.5 2 3", 5],
    ["0 1 2 2.5 3 3.5", 4],
    ["0 1.5 2 3", 3],
    ["0 1 2", 3],
    ["0 2", 3],
    ["0 1 1.5 2 3 3.5", 3],
    ["0 2 3", 2],
    ["0", 2],
  ],
  "3/4": [
    ["0 2", 28],
    ["0 1 2", 28],
    ["0 1.5 2", 13],
    ["0", 11],
    ["0 2 2.5", 4],
    ["0 1 1.5 2 2.5", 3],
    ["0 1.5 2 2.5", 3],
    ["0 1 2 2.5", 2],
    ["0 0.5 1 1.5 2 2.5", 1],
  ],
  "2/4": [
    ["0 0.5 1 1.5", 23],
    ["0 0.25 0.5 0.75 1 1.25 1.5 1.75", 6],
    ["0 0.5 1 1.25 1.5 1.75", 6],
    ["0 0.5 0.75 1 1.5", 6],
    ["0 0.5 1 1.5 1.75", 5],
    ["0 0.75 1 1.5", 5],
    ["0 0.25 0.5 0.75 1 1.5", 5],
    ["0 1", 4],
    ["0 0.5 1", 4],
  ],
  "6/8": [
    ["0 0.5 1 1.5 2 2.5", 37],
    ["0 1 1.5 2.5", 15],
    ["0 1 1.5 2 2.5", 14],
    ["0 0.5 1 1.5 2.5", 13],
    ["0 1.5", 4],
    ["0 1.5 2.5", 3],
    ["0 0.5 1 1.5", 3],
    ["0 1 1.5", 2],
  ],
  "9/8": [
    ["0 0.5 1 1.5 2 2.5 3 3.5 4", 13],
    ["0 1 1.5 2 2.5 3 3.5 4", 11],
    ["0 1 1.5 2.5 3 3.5 4", 11],
    ["0 1 1.5 2.5 3 4", 10],
    ["0 1 1.5 2 2.5 3", 6],
  ],
};

/** A bar of a folk tune: where its notes begin, in beats (dotted quarters in compound metres). */
export function tuneBar(random: SeededRandom, { name, compound }: Metre): number[] {
  const bar = drawShare(random, TUNE_BARS[name] ?? (TUNE_BARS["4/4"] as Shares<string>));
  return bar.split(" ").map((quarters) => Number(quarters) / (compound ? 1.5 : 1));
}

/** Chance of a note at each sixteenth of a bar of a pop song: the voice, what accompanies it, and the bass. */
export const SONG_CHANCES = {
  melody: [59, 4, 38, 12, 40, 5, 41, 12, 45, 4, 31, 9, 40, 6, 43, 13],
  chords: [94, 13, 75, 19, 86, 17, 77, 20, 89, 14, 75, 21, 78, 19, 70, 16],
  bass: [64, 3, 10, 1, 15, 1, 8, 1, 40, 3, 7, 1, 9, 1, 6, 1],
};

/**
 * A bar drawn sixteenth by sixteenth, in beats. `busy` above 1 makes more of it, below 1 less; a bar may have any number
 * of beats.
 */
export function chanceBar(random: SeededRandom, chances: readonly number[], beats: number, busy: number): number[] {
  return Array.from({ length: beats * 4 }, (_, sixteenth) => sixteenth).flatMap((sixteenth) => {
    const odds = (chances[sixteenth % chances.length] ?? 0) / 100;
    return random.next() < 1 - (1 - odds) ** busy ? [sixteenth / 4] : [];
  });
}

/** How a pianist's right hand fills a beat, as a share of the beat's finest parts. */
type Filling = "run" | "halves" | "beat" | "held" | "late" | "dotted" | "rest";

/** A habit of filling beats, drawn once for a piece so that pieces differ. */
export function drawHabit(random: SeededRandom): Shares<Filling> {
  const much = (share: number) => share * Math.exp(0.8 * random.bell());
  return [
    ["run", much(0.26)],
    ["halves", much(0.2)],
    ["beat", much(0.26)],
    ["held", much(0.12)],
    ["late", much(0.05)],
    ["dotted", much(0.07)],
    ["rest", much(0.03)],
  ];
}

/** What a beat is cut into: pulses, each of so many parts at most. Slow beats have several pulses. */
export type Cutting = { pulses: number; parts: number };

/** A bar of a pianist's melody: where notes begin, in beats. */
export function pianoBar(
  random: SeededRandom,
  beatsPerBar: number,
  { pulses, parts }: Cutting,
  habit: Shares<Filling>,
): number[] {
  return Array.from({ length: beatsPerBar * pulses }, (_, pulse) => {
    const filling = pulse === 0 && random.chance(0.5) ? "beat" : drawShare(random, habit);
    return filled(random, filling, parts).map((share) => (pulse + share) / pulses);
  }).flat();
}

function filled(random: SeededRandom, filling: Filling, parts: number): number[] {
  const all = Array.from({ length: parts }, (_, part) => part / parts);
  const ternary = parts % 3 === 0;
  switch (filling) {
    case "run":
      return all;
    case "halves":
      return ternary
        ? random.pick([
            [0, 2 / 3],
            [0, 1 / 3, 2 / 3],
            [0, 1 / 3],
          ])
        : [0, 0.5];
    case "beat":
      return [0];
    case "late":
      return parts === 1 ? [0.5] : all.slice(random.whole(1, parts - 1));
    case "dotted":
      return ternary
        ? [0, 2 / 3]
        : random.pick([
            [0, 0.75],
            [0, 0.75],
            [0, 0.25],
            [0, 0.25, 0.75],
          ]);
    default:
      return [];
  }
}

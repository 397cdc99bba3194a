import type { SeededRandom } from "@/bench/statistics/seeded-random";
import type { Mode } from "@/training/compose/composition";

/** Semitones of the root above the tonic, and of third, fifth and seventh above the root. */
export type Harmony = { root: number; third: number; fifth: number; seventh: number | null };

const CHORDS: Record<string, [root: number, third: number, fifth: number, seventh: number | null]> = {
  ...{ I: [0, 4, 7, null], i: [0, 3, 7, null], ii: [2, 3, 7, null], iio: [2, 3, 6, null], iii: [4, 3, 7, null] },
  ...{ III: [3, 4, 7, null], IV: [5, 4, 7, null], iv: [5, 3, 7, null], V: [7, 4, 7, null], V7: [7, 4, 7, 10] },
  ...{ v: [7, 3, 7, null], vi: [9, 3, 7, null], VI: [8, 4, 7, null], VII: [10, 4, 7, null], viio: [11, 3, 6, 9] },
  // Dominants of the second, fifth and sixth degree and of the fourth in minor, and the Neapolitan chord.
  ...{ "V/ii": [9, 4, 7, 10], "V/V": [2, 4, 7, 10], "V/vi": [4, 4, 7, 10], "V/iv": [0, 4, 7, 10], N: [1, 4, 7, null] },
};

/** Four bars each. Phrases of the first list end open, on the dominant; those of the second closed, on the tonic. */
const PHRASES = {
  major: [
    ["I IV I V", "I vi ii V7", "I V I V", "I I IV V", "I V/V V V7", "vi IV I V", "I iii IV V", "I V/vi vi V"],
    ["I IV V7 I", "I ii V7 I", "IV I V7 I", "I V/ii ii V7 I", "I iv V I", "V I V7 I", "I IV I V7 I", "vi ii V7 I"],
  ],
  minor: [
    ["i iv i V", "i VI iv V7", "i VII VI V", "i V i V7", "i iio V V7", "i III iv V", "i v VI V", "i i N V7"],
    [
      "i iv V7 i",
      "i VI V7 i",
      "iv i V7 i",
      "i V/iv iv V7 i",
      "III VII V7 i",
      "i viio V7 i",
      "iv N V7 i",
      "VI iio V7 i",
    ],
  ],
};
/** For folk tunes: three chords, or the flat seventh of modal tunes. */
const PLAIN_PHRASES = {
  major: [
    ["I I IV V", "I V I V", "I IV I V", "I VII I V", "I I V V"],
    ["I IV V I", "IV I V I", "I I V I", "I V V I", "I VII V I"],
  ],
  minor: [
    ["i i VII v", "i VII i v", "i iv i V", "i VI III VII", "i i VII VII"],
    ["i VII v i", "i iv V i", "VI VII i i", "i VII VII i", "III VII v i"],
  ],
};

/** The chords of four bars, one a bar, with roots from the tonic; where there are five, they share the last two bars. */
export function phraseHarmony(random: SeededRandom, mode: Mode, closed: boolean, plain: boolean): Harmony[][] {
  const phrases = (plain ? PLAIN_PHRASES : PHRASES)[mode][closed ? 1 : 0] ?? [];
  const names = random.pick(phrases).split(" ");
  const chords = names.map((name) => {
    const [root, third, fifth, seventh] = CHORDS[name] ?? [0, 4, 7, null];
    return { root, third, fifth, seventh };
  });
  if (chords.length === 4) return chords.map((chord) => [chord]);
  const [first, second, ...rest] = chords.map((chord) => [chord]);
  return [first ?? [], second ?? [], [...(rest[0] ?? []), ...(rest[1] ?? [])], rest[2] ?? []];
}

/** Pitch classes from the tonic that a melody may use over a chord: the scale, altered to the chord's tones. */
export function scaleOver({ root, third, fifth, seventh }: Harmony, mode: Mode): number[] {
  const classes = new Set(mode === "major" ? [0, 2, 4, 5, 7, 9, 11] : [0, 2, 3, 5, 7, 8, 10]);
  for (const above of [0, third, fifth, seventh]) {
    if (above === null) continue;
    const tone = (root + above) % 12;
    if (classes.has(tone)) continue;
    // An altered tone replaces the one a semitone away; a raised seventh replaces the flat one.
    for (const neighbour of [(tone + 11) % 12, (tone + 1) % 12]) if (neighbour !== root) classes.delete(neighbour);
    classes.add(tone);
  }
  return [...classes].sort((a, b) => a - b);
}

/** Semitones of the root above the tonic, and of the chord's tones above the root. */
export type NamedChord = { root: number; tones: readonly number[] };

const NUMERALS = ["i", "ii", "iii", "iv", "v", "vi", "vii"];
const STEPS = [0, 2, 4, 5, 7, 9, 11];
const TONES: Record<string, readonly number[]> = { o: [0, 3, 6], "+": [0, 4, 8], sus: [0, 5, 7] };
const DEGREES = ["1", "b2", "2", "b3", "3", "4", "#4", "5", "b6", "6", "b7", "7"];
const NAME = /^([b#]?)(i{1,3}|iv|vi{0,2})(o|\+|sus)?$/i;

/** Semitones of a degree such as "b3" above the tonic. */
export const semitonesOf = (degree: string): number => DEGREES.indexOf(degree);

/** The name of a number of semitones above the tonic. */
export const degreeOf = (semitones: number): string => DEGREES[((semitones % 12) + 12) % 12] ?? "1";

/** A triad by its name: "bVII" is major on the flat seventh, "ii" minor, "iio" diminished, "Vsus" has a fourth. */
export function namedChord(name: string): NamedChord {
  const [, sign = "", numeral = "", kind] = NAME.exec(name) ?? [];
  const step = STEPS[NUMERALS.indexOf(numeral.toLowerCase())];
  if (step === undefined) throw new RangeError(`no chord is called ${name}`);
  const root = (step + (sign === "b" ? 11 : sign === "#" ? 1 : 0)) % 12;
  const plain = numeral === numeral.toUpperCase() ? [0, 4, 7] : [0, 3, 7];
  return { root, tones: (kind && TONES[kind]) || plain };
}

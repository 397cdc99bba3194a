import type { Drum, Style } from "./style";
import { STYLES } from "./styles";

const STEPS = 12;

/** Every style in four turned into one in three, so that the sound of a waltz is not taken for three beats a bar. */
export const TERNARY_STYLES: readonly Style[] = STYLES.filter(
  ({ beatsPerBar, stepsPerBeat }) => beatsPerBar === 4 && stepsPerBeat === 4,
).map((style) => ({
  ...style,
  name: `${style.name} in three`,
  beatsPerBar: 3,
  drums: Object.fromEntries(
    (Object.entries(style.drums) as [Drum, string[]][]).map(([drum, variants]) => [
      drum,
      variants.map((pattern) => pattern.slice(0, STEPS)),
    ]),
  ),
}));

/** Pieces with seeds from here on are in `TERNARY_STYLES`. */
export const TERNARY_SEED = 1_000_000;

import { DANCES } from "./dances";
import { HYMNS } from "./hymns";
import { KEYBOARD } from "./keyboard";
import type { Tune } from "./notation";
import { MANNERS, type Manner, perform } from "./performance";
import { SONGS } from "./songs";

/** Seeds of performances start here; keys, tempi, instruments and players are drawn from them. */
const FIRST_SEED = 7_000_000;
const SEEDS_A_TUNE = 10;

export const TUNES: readonly Tune[] = [...DANCES, ...SONGS, ...HYMNS, ...KEYBOARD];

/** Every tune in every manner, through two sound fonts in turn. Nothing is learned from them. */
export const TRIAL_PIECES = TUNES.flatMap((tune, index) =>
  MANNERS.map((manner: Manner, version) => ({
    manner,
    metre: tune.metre,
    scale: tune.key.split(" ")[1] ?? "",
    soundFont: (["fluid", "trial"] as const)[(index + version) % 2] ?? "fluid",
    piece: perform(tune, manner, FIRST_SEED + index * SEEDS_A_TUNE + version),
  })),
);

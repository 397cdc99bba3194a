import type { z } from "zod";
import { describeValue, labelsOf } from "./describe-value";

/** Those the generator of the training music has at least two ways of playing, and that can then be told apart. */
export const GENRES = [
  "pop",
  "rock",
  "metal",
  "ballad",
  "funk",
  "blues",
  "jazz",
  "bossa nova",
  "latin",
  "reggae",
  "hip-hop",
  "trap",
  "house",
  "techno",
  "trance",
  "drum and bass",
  "folk",
  "classical",
  "ambient",
] as const;
export type Genre = (typeof GENRES)[number];

export const genresValue = describeValue("genres", labelsOf(GENRES));
export type Genres = z.infer<typeof genresValue.schema>;

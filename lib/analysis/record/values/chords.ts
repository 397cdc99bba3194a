import { z } from "zod";
import { describeValue } from "./describe-value";

/** "C" is major, "F#m" minor, "N" where no triad is held. */
const chord = z.object({
  startSeconds: z.number().nonnegative(),
  endSeconds: z.number().positive(),
  label: z.string().regex(/^([A-G]#?m?|N)$/),
});
export type Chord = z.infer<typeof chord>;

/** Without gaps from the beginning to the end. */
export const chordsValue = describeValue("chords", z.array(chord));

import { z } from "zod";
import { endSeconds, seconds } from "@/lib/analysis/record/units";
import { describeValue } from "./describe-value";

/** "C" is major, "F#m" minor, "N" where no triad is held. */
const chord = z.object({
  startSeconds: seconds,
  endSeconds,
  label: z.string().regex(/^([A-G]#?m?|N)$/),
});
export type Chord = z.infer<typeof chord>;

/** Without gaps from the beginning to the end. */
export const chordsValue = describeValue("chords", z.array(chord));

import { z } from "zod";
import { confidence, describeValue } from "./describe-value";

const bpm = z.number().positive();

/** Beats a minute, as the engine heard it, with its next best readings. */
export const tempoValue = describeValue(
  "tempo",
  z.object({ bpm, confidence, alternatives: z.array(z.object({ bpm, confidence })) }),
);
export type Tempo = z.infer<typeof tempoValue.schema>;

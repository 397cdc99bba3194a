import { z } from "zod";
import { withPlaces } from "@/lib/analysis/record/decimals";
import { confidence } from "@/lib/analysis/record/units";
import { describeValue } from "./describe-value";

/** To a thousandth, so that a grid of a few minutes stays within milliseconds. */
const bpm = withPlaces(3, z.number().positive());

/** Beats a minute, as the engine heard it, with its next best readings. */
export const tempoValue = describeValue(
  "tempo",
  z.object({ bpm, confidence, alternatives: z.array(z.object({ bpm, confidence })) }),
);
export type Tempo = z.infer<typeof tempoValue.schema>;

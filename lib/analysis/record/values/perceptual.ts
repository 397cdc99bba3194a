import { z } from "zod";
import { confidence, share } from "@/lib/analysis/record/units";
import { describeValue } from "./describe-value";

/** Scores of how a sound strikes a listener, each by a documented formula. */
export const perceptualValue = describeValue(
  "perceptual",
  z.object({
    energy: share,
    danceability: share,
    valence: share,
    acousticness: share,
    instrumentalness: share,
    speechiness: share,
    liveness: share,
    confidence,
  }),
);
export type Perceptual = z.infer<typeof perceptualValue.schema>;

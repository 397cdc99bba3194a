import { z } from "zod";
import { withPlaces } from "@/lib/analysis/record/decimals";
import { describeValue } from "./describe-value";

/** One of the coordinates of a vector of length 1. */
const direction = withPlaces(6);

/** Three vectors of length 1, for finding what sounds alike: 40, 32 and 24 dimensions. */
export const embeddingValue = describeValue(
  "embedding",
  z.object({ timbre: z.array(direction), rhythm: z.array(direction), harmony: z.array(direction) }),
);
export type Embedding = z.infer<typeof embeddingValue.schema>;

import { z } from "zod";
import { describeValue } from "./describe-value";

/** Three vectors of length 1, for finding what sounds alike: 40, 32 and 24 dimensions. */
export const embeddingValue = describeValue(
  "embedding",
  z.object({ timbre: z.array(z.number()), rhythm: z.array(z.number()), harmony: z.array(z.number()) }),
);
export type Embedding = z.infer<typeof embeddingValue.schema>;

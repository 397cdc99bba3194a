import { z } from "zod";
import { describeValue } from "./describe-value";

/** Seconds from the start, to the millisecond; of the first twenty minutes. */
export const beatsValue = describeValue("beats", z.array(z.number().nonnegative()));

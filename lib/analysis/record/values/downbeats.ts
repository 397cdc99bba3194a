import { z } from "zod";
import { describeValue } from "./describe-value";

/** Those of `beats` that begin a bar. */
export const downbeatsValue = describeValue("downbeats", z.array(z.number().nonnegative()));

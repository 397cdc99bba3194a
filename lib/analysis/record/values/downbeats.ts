import { z } from "zod";
import { seconds } from "@/lib/analysis/record/units";
import { describeValue } from "./describe-value";

/** Those of `beats` that begin a bar. */
export const downbeatsValue = describeValue("downbeats", z.array(seconds));

import { z } from "zod";
import { seconds } from "@/lib/analysis/record/units";
import { describeValue } from "./describe-value";

/** Seconds from the start, to the millisecond; of the first twenty minutes. */
export const beatsValue = describeValue("beats", z.array(seconds));

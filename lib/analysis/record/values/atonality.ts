import { share } from "@/lib/analysis/record/units";
import { describeValue } from "./describe-value";

/** 0 = clearly in a key, 1 = drums or noise. */
export const atonalityValue = describeValue("atonality", share);

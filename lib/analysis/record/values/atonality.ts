import { describeValue, share } from "./describe-value";

/** 0 = clearly in a key, 1 = drums or noise. */
export const atonalityValue = describeValue("atonality", share);

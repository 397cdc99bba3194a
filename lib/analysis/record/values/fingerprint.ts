import { z } from "zod";
import { describeValue } from "./describe-value";

/** Base64 of what `matchFingerprints` compares. */
export const fingerprintValue = describeValue("fingerprint", z.string());

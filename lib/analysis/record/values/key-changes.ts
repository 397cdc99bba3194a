import { z } from "zod";
import { seconds } from "@/lib/analysis/record/units";
import { describeValue } from "./describe-value";
import { namedKey } from "./key";

/** From here to the next change or the end. */
const keyChange = z.object({ startSeconds: seconds, ...namedKey.shape });
export type KeyChange = z.infer<typeof keyChange>;

/** A piece that stays in its key has one entry. */
export const keyChangesValue = describeValue("keyChanges", z.array(keyChange));

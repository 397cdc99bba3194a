import type { NotApplicable } from "@/lib/analysis/record/schema";
import { msg } from "@/lib/language/text";

/** What was found, or why there is nothing to find. A value with a reason beside it is only known in part. */
export type Measured<T> = { value: T; absent?: NotApplicable | undefined } | { value: null; absent: NotApplicable };

export const measured = <T>(value: T): Measured<T> => ({ value });
export const absent = <T>(code: string, reason: string): Measured<T> => ({ value: null, absent: { code, reason } });
export const silent = <T>(reason = msg("The file is silent.")): Measured<T> => absent("silence", reason);

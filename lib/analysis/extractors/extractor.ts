import type { NotApplicable } from "@/lib/analysis/record/schema";

/** What an extractor found, or why there is nothing to find. */
export type Measured<T> = { value: T; absent?: undefined } | { value: null; absent: NotApplicable };

export const measured = <T>(value: T): Measured<T> => ({ value });
export const absent = <T>(code: string, reason: string): Measured<T> => ({ value: null, absent: { code, reason } });

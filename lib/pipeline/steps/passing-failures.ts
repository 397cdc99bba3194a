import type { AnalysisFailureCode } from "@/lib/analysis/record/schema";

/** How often to retry failures that may be the machine's fault. All others are the file's and final at once. */
const RETRIES: Partial<Record<AnalysisFailureCode, number>> = {
  out_of_memory: 1,
  decoder_crashed: 1,
  timed_out: 1,
  internal: 3,
};

/** These are about the temporary copy, never about the uploaded file, so they are retried like an outage. */
const OUR_OWN_DISK = new Set<AnalysisFailureCode>(["missing_file", "unreadable_file"]);

/** Whether a failure may be the machine's fault, so that another attempt could succeed. */
export const mayPass = (code: AnalysisFailureCode): boolean => OUR_OWN_DISK.has(code) || code in RETRIES;

/** Whether a file that failed so is tried once more. `attempt` counts from 0. */
export const isRetried = (code: AnalysisFailureCode, attempt: number): boolean =>
  OUR_OWN_DISK.has(code) || attempt < (RETRIES[code] ?? 0);

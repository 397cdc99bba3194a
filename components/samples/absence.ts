import type { ExtractorName } from "@/lib/analysis/record/constants";
import type { AnalysisRecord } from "@/lib/analysis/record/schema";
import { SWITCHED_OFF } from "@/lib/samples/constants";

/** Nothing is said of what the viewer does not have. */
export function isSwitchedOff({ notApplicable }: Pick<AnalysisRecord, "notApplicable">, name: ExtractorName): boolean {
  return notApplicable[name]?.code === SWITCHED_OFF.code;
}

const UNMEASURED = "Not measured by this version of the analyser.";

/**
 * Why a value is absent: the analyser's own reason, or that the record is older than the value.
 * Of several names the first with a reason answers: a derived value is absent because of what it is derived from.
 */
export function absenceOf({ notApplicable }: Pick<AnalysisRecord, "notApplicable">, ...names: ExtractorName[]): string {
  for (const name of names) {
    const reason = notApplicable[name]?.reason;
    if (reason) return reason;
  }
  return UNMEASURED;
}

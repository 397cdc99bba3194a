import type { ValueName } from "@/lib/analysis/record/measured-values";
import type { AnalysisRecord } from "@/lib/analysis/record/schema";
import { msg } from "@/lib/language/text";
import { SWITCHED_OFF } from "@/lib/samples/constants";

/** Whether an admin turned this value off. The page then leaves it out without an explanation. */
export function isSwitchedOff({ notApplicable }: Pick<AnalysisRecord, "notApplicable">, name: ValueName): boolean {
  return notApplicable[name]?.code === SWITCHED_OFF.code;
}

const UNMEASURED = msg("Not measured when this sample was analysed.");

/**
 * Why a value is absent: the reason in the record, or that the record is older than the value. Of several names the
 * first one with a reason counts, because a derived value is absent if the value it is derived from is.
 */
export function absenceOf({ notApplicable }: Pick<AnalysisRecord, "notApplicable">, ...names: ValueName[]): string {
  for (const name of names) {
    const reason = notApplicable[name]?.reason;
    if (reason) return reason;
  }
  return UNMEASURED;
}

import { msg } from "@/lib/language/text";
import type { ReportReason } from "@/lib/moderation/constants";

/** What is wrong, as people choose it and admins read it. */
export const REASON_TEXTS: Readonly<Record<ReportReason, string>> = {
  copyright: msg("It belongs to somebody else"),
  offensive: msg("It is hateful, violent or abusive"),
  misleading: msg("It is not what it says"),
  spam: msg("It is advertising or spam"),
  other: msg("Something else"),
};

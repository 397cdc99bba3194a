import type { ReportReason } from "@/lib/moderation/constants";

/** What is wrong, as people choose it and admins read it. */
export const REASON_TEXTS: Readonly<Record<ReportReason, string>> = {
  copyright: "It belongs to somebody else",
  offensive: "It is hateful, violent or abusive",
  misleading: "It is not what it says",
  spam: "It is advertising or spam",
  other: "Something else",
};

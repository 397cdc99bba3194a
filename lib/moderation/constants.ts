export const REPORT_REASONS = ["copyright", "offensive", "misleading", "spam", "other"] as const;
export type ReportReason = (typeof REPORT_REASONS)[number];

export const REPORT_TEXT_MAX = 1000;
export const DECISION_TEXT_MAX = 1000;
export const APPEAL_MAX = 2000;
/** Things in the queue of one page, and the words of so many reports of each. */
export const PAGE_REPORTED = 20;
export const REPORT_TEXTS_SHOWN = 5;

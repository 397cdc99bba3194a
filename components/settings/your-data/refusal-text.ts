import { refusalOutcome, refusalText } from "@/components/auth/refusal-text";

/** What only exports and deletions are refused for. */
const TEXTS: Readonly<Record<string, string>> = {
  already_requested: "This was asked for already. Load the page again.",
  last_admin: "You are the only administrator. Make somebody else one first, or nobody could look after this server.",
  not_found: "This export is no longer there. Ask for a new one.",
};

export const dataRefusalText = (reason: string | undefined): string => TEXTS[reason ?? ""] ?? refusalText(reason);

export function dataRefusalOutcome(reason: string) {
  const text = TEXTS[reason];
  return text ? { form: text } : refusalOutcome(reason);
}

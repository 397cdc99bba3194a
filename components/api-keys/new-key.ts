import type { KeyScope } from "@/lib/api-keys/constants";
import { msg } from "@/lib/language/text";

export const EXPIRIES = [
  { value: "30", label: msg("In 30 days") },
  { value: "90", label: msg("In 90 days") },
  { value: "365", label: msg("In a year") },
  { value: "never", label: msg("Never") },
] as const;
export type Expiry = (typeof EXPIRIES)[number]["value"];

/** The values of the form for a new key, as the schema expects them. Empty fields keep the defaults. */
export function newKeyOf(form: FormData, scopes: KeyScope[], expiry: Expiry) {
  const text = (name: string) => String(form.get(name) ?? "").trim();
  return {
    name: text("name"),
    scopes,
    expiresInDays: expiry === "never" ? null : Number(expiry),
    allowedCidrs: text("allowedCidrs")
      .split(/[\s,]+/)
      .filter(Boolean),
    requestsPerMinute: text("requestsPerMinute") === "" ? null : Number(text("requestsPerMinute")),
  };
}

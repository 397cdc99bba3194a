import type { FlagSettings } from "@/lib/flags/schema";

/** For whom a flag is on, in one line. */
export function audienceText({ enabled, roles, betaOnly, rolloutPercent }: FlagSettings): string {
  if (!enabled || rolloutPercent === 0) return "Nobody";
  const who = [roles.length > 0 ? roles.join(", ") : "", betaOnly ? "beta users only" : ""].filter(Boolean).join(", ");
  const share = rolloutPercent < 100 ? `${rolloutPercent}% of ${who === "" ? "everybody" : "them"}` : "";
  return [who, share].filter(Boolean).join(", ") || "Everybody";
}

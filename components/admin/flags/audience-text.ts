import type { FlagSettings } from "@/lib/flags/schema";

/** Who gets a feature, in one line. */
export function audienceText({ enabled, roles, betaOnly, rolloutPercent }: FlagSettings): string {
  if (!enabled || rolloutPercent === 0) return "no one";
  const who = [roles.length > 0 ? roles.join(", ") : "", betaOnly ? "beta testers only" : ""]
    .filter(Boolean)
    .join(", ");
  const share = rolloutPercent < 100 ? `${rolloutPercent}% of ${who === "" ? "everyone" : "them"}` : "";
  return [who, share].filter(Boolean).join(", ") || "everyone";
}

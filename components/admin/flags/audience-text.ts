import type { FlagSettings } from "@/lib/flags/schema";
import { namedRoles } from "@/lib/identity/role-name";

/** Who gets a feature, in one line. */
export function audienceText({ enabled, roles, betaOnly, rolloutPercent }: FlagSettings, plans: boolean): string {
  if (!enabled || rolloutPercent === 0) return "no one";
  const who = [roleText(roles, plans), betaOnly ? "beta testers only" : ""].filter(Boolean).join(", ");
  const share = rolloutPercent < 100 ? `${rolloutPercent}% of ${who === "" ? "everyone" : "them"}` : "";
  return [who, share].filter(Boolean).join(", ") || "everyone";
}

function roleText(roles: FlagSettings["roles"], plans: boolean): string {
  const all = namedRoles(plans);
  const named = all.filter((one) => one.roles.some((role) => roles.includes(role)));
  return named.length === all.length ? "" : named.map(({ name }) => name).join(", ");
}

import type { FlagSettings } from "@/lib/flags/schema";
import { namedRoles } from "@/lib/identity/role-name";
import type { Text } from "@/lib/language/text";

/** Who gets a feature, in one line. */
export function audienceText(flag: FlagSettings, plans: boolean, t: Text): string {
  const { enabled, roles, betaOnly, rolloutPercent: percent } = flag;
  if (!enabled || percent === 0) return t("no one");
  const who = [roleText(roles, plans, t), betaOnly ? t("beta testers only") : ""].filter(Boolean).join(", ");
  if (percent === 100) return who || t("everyone");
  return who === "" ? t("{percent}% of everyone", { percent }) : `${who}, ${t("{percent}% of them", { percent })}`;
}

function roleText(roles: FlagSettings["roles"], plans: boolean, t: Text): string {
  const all = namedRoles(plans);
  const named = all.filter((one) => one.roles.some((role) => roles.includes(role)));
  return named.length === all.length ? "" : named.map(({ name }) => t(name)).join(", ");
}

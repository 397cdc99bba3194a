import { formatBytes } from "@/lib/format/bytes";
import type { Role } from "@/lib/identity/permissions";
import { ENGLISH, type Text } from "@/lib/language/text";
import { ROLE_QUOTAS } from "./constants";
import type { QuotaRefusal } from "./schema";

/** For each role the next larger one. */
const NEXT_ROLE: Partial<Record<Role, Role>> = { free: "pro", pro: "studio", studio: "enterprise" };

/** Why an upload was refused, how much is left and when the quota resets. */
export function refusalSentence({ kind, allowed, used, askedBytes }: QuotaRefusal, t: Text = ENGLISH): string {
  if (kind === "uploads_per_day")
    return t("You have used all {count} uploads for today. The count resets at midnight UTC.", { count: allowed });
  return t("This file is {size}, and you have {left} of {allowed} left.", {
    size: formatBytes(askedBytes, t),
    left: formatBytes(Math.max(0, allowed - used), t),
    allowed: formatBytes(allowed, t),
  });
}

/** What to do about a quota that is used up. */
export function nextStep({ kind, role }: Pick<QuotaRefusal, "kind" | "role">, t: Text = ENGLISH): string {
  const more = largerRole(role, t);
  if (kind === "uploads_per_day")
    return more
      ? t("Upload the rest tomorrow, or ask an admin for {more}.", { more })
      : t("Upload the rest tomorrow, or ask an admin for more.");
  return more
    ? t("Delete samples you no longer need, or ask an admin for {more}.", { more })
    : t("Delete samples you no longer need, or ask an admin for more.");
}

/** "the pro role: 100 uploads per day, 5.0 GB". */
function largerRole(role: Role | null, t: Text): string | null {
  const next = role && NEXT_ROLE[role];
  if (!next) return null;
  const { uploadsPerDay, storageBytes } = ROLE_QUOTAS[next];
  const uploads =
    uploadsPerDay === null
      ? t("unlimited uploads")
      : t.count(uploadsPerDay, "{count} upload per day", "{count} uploads per day");
  const what = storageBytes === null ? uploads : `${uploads}, ${formatBytes(storageBytes, t)}`;
  return t("the {role} role: {what}", { role: next, what });
}

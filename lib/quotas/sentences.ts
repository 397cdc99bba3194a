import { formatBytes } from "@/lib/format/bytes";
import { formatCount } from "@/lib/format/count";
import type { Role } from "@/lib/identity/permissions";
import { ROLE_QUOTAS } from "./constants";
import type { QuotaRefusal } from "./schema";

/** For each role the next larger one. */
const NEXT_ROLE: Partial<Record<Role, Role>> = { free: "pro", pro: "studio", studio: "enterprise" };

/** Why an upload was refused, how much is left and when the quota resets. */
export function refusalSentence({ kind, allowed, used, askedBytes }: QuotaRefusal): string {
  if (kind === "uploads_per_day") {
    return `You have used all ${formatCount(allowed)} uploads for today. The count resets at midnight UTC.`;
  }
  const left = formatBytes(Math.max(0, allowed - used));
  return `This file is ${formatBytes(askedBytes)}, and you have ${left} of ${formatBytes(allowed)} left.`;
}

/** What to do about a quota that is used up. */
export function nextStep({ kind, role }: Pick<QuotaRefusal, "kind" | "role">): string {
  const more = largerRole(role);
  const self = kind === "uploads_per_day" ? "Upload the rest tomorrow" : "Delete samples you no longer need";
  return more ? `${self}, or ask an admin for ${more}.` : `${self}, or ask an admin for more.`;
}

/** "the pro role: 100 uploads per day, 5.0 GB". */
function largerRole(role: Role | null): string | null {
  const next = role && NEXT_ROLE[role];
  if (!next) return null;
  const { uploadsPerDay, storageBytes } = ROLE_QUOTAS[next];
  const uploads = uploadsPerDay === null ? "unlimited uploads" : `${formatCount(uploadsPerDay)} uploads per day`;
  return `the ${next} role: ${uploads}${storageBytes === null ? "" : `, ${formatBytes(storageBytes)}`}`;
}

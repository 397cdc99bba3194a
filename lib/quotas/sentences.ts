import { formatBytes } from "@/lib/format/bytes";
import type { Role } from "@/lib/identity/permissions";
import { ROLE_QUOTAS } from "./constants";
import type { QuotaRefusal } from "./schema";

/** The smallest role with more room. */
const NEXT_ROLE: Partial<Record<Role, Role>> = { free: "pro", pro: "studio", studio: "enterprise" };

const count = (value: number) => value.toLocaleString("en");

/** What happened, what is left and when more comes. */
export function refusalSentence({ kind, allowed, used, askedBytes }: QuotaRefusal): string {
  if (kind === "uploads_per_day") {
    return `All ${count(allowed)} uploads of today are used. The next ones begin at midnight UTC.`;
  }
  const left = formatBytes(Math.max(0, allowed - used));
  return `This file has ${formatBytes(askedBytes)}, and ${left} of your ${formatBytes(allowed)} are left.`;
}

/** What to do about it. */
export function nextStep({ kind, role }: Pick<QuotaRefusal, "kind" | "role">): string {
  const more = largerRole(role);
  const self = kind === "uploads_per_day" ? "Send the rest tomorrow" : "Delete samples you no longer need";
  return more ? `${self}, or ask your administrator for ${more}.` : `${self}, or ask your administrator for more.`;
}

/** "the pro role: 100 uploads a day, 5.0 GB". */
function largerRole(role: Role): string | null {
  const next = NEXT_ROLE[role];
  if (!next) return null;
  const { uploadsPerDay, storageBytes } = ROLE_QUOTAS[next];
  const uploads = uploadsPerDay === null ? "unlimited uploads" : `${count(uploadsPerDay)} uploads a day`;
  return `the ${next} role: ${uploads}${storageBytes === null ? "" : `, ${formatBytes(storageBytes)}`}`;
}

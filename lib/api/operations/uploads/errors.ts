import { z } from "zod";
import type { DeclaredError } from "@/lib/api/http/operation";
import { ROLES } from "@/lib/identity/permissions";
import { msg } from "@/lib/language/text";
import type { QuotaRefusal } from "@/lib/quotas/schema";
import { nextStep, refusalSentence } from "@/lib/quotas/sentences";

export const NO_SUCH_UPLOAD = { status: 404, title: "There is no such upload" } satisfies DeclaredError;

export const NO_ROOM = {
  status: 507,
  title: "This server has no room for the file",
  detail: msg("Its disk is almost full. Ask the person who runs this server to free some space, then try again."),
} satisfies DeclaredError;

/** Not 429, because waiting a moment does not help. */
export const QUOTA_EXCEEDED = {
  status: 403,
  title: "Your quota is used up",
  members: z.object({
    quota: z.enum(["uploads_per_day", "storage_bytes"]),
    /** Null on a server without plans. */
    role: z.enum(ROLES).nullable(),
    allowed: z.number().int(),
    used: z.number().int(),
    left: z.number().int(),
    /** When the day's uploads begin anew; null for storage, which only deleting renews. */
    renewsAt: z.iso.datetime().nullable(),
    nextStep: z.string(),
  }),
} satisfies DeclaredError;

export function quotaExceeded(refusal: QuotaRefusal) {
  const { kind, role, allowed, used, renewsAt } = refusal;
  const left = Math.max(0, allowed - used);
  return {
    ok: false,
    reason: "quota_exceeded",
    detail: `${refusalSentence(refusal)} ${nextStep(refusal)}`,
    members: { quota: kind, role, allowed, used, left, renewsAt, nextStep: nextStep(refusal) },
  } as const;
}

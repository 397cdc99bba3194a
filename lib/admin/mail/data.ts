import "server-only";
import { and, count, desc, eq, gt, ilike, isNotNull, isNull, or, type SQL } from "drizzle-orm";
import { db } from "@/db/client";
import { mails } from "@/db/schema/mails";
import { containing, type Page } from "@/lib/admin/page-query";
import type { Actor } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import type { MailQuery, MailRow, MailState } from "./schema";

const PAGE_SIZE = 50;

const waits = and(isNull(mails.sentAt), isNull(mails.nextAttemptAt));

/** A mail that was never handed to a mail server. */
export const isUnsent = and(waits, eq(mails.attempts, 0));
/** A mail that failed on its last attempt. */
export const isGivenUp = and(waits, gt(mails.attempts, 0));

const STATES: Record<MailState, SQL | undefined> = {
  unsent: isUnsent,
  queued: isNotNull(mails.nextAttemptAt),
  failed: isGivenUp,
  sent: isNotNull(mails.sentAt),
};

/** Mails of the last few days without their texts, newest first. */
export async function listMails(actor: Actor, { state, q, page }: MailQuery): Promise<Page<MailRow>> {
  requirePermission(actor, "users:manage");
  const { id, recipient, subject, attempts, failure, createdAt, sentAt, nextAttemptAt } = mails;
  const text = containing(q);
  const found = q === "" ? undefined : or(ilike(recipient, text), ilike(subject, text));
  const which = and(state ? STATES[state] : undefined, found);
  const [rows, [counted]] = await Promise.all([
    db()
      .select({ id, recipient, subject, attempts, failure, createdAt, sentAt, nextAttemptAt })
      .from(mails)
      .where(which)
      .orderBy(desc(createdAt), desc(id))
      .limit(PAGE_SIZE)
      .offset((page - 1) * PAGE_SIZE),
    db().select({ total: count() }).from(mails).where(which),
  ]);
  return { rows: rows.map(toRow), total: counted?.total ?? 0, page, pageSize: PAGE_SIZE };
}

type StoredMail = Pick<
  typeof mails.$inferSelect,
  "id" | "recipient" | "subject" | "attempts" | "failure" | "createdAt" | "sentAt" | "nextAttemptAt"
>;

function toRow({ createdAt, sentAt, nextAttemptAt, ...row }: StoredMail): MailRow {
  return {
    ...row,
    state: sentAt ? "sent" : nextAttemptAt ? "queued" : row.attempts > 0 ? "failed" : "unsent",
    createdAt: createdAt.toISOString(),
    sentAt: sentAt?.toISOString() ?? null,
    nextAttemptAt: nextAttemptAt?.toISOString() ?? null,
  };
}

/** Counts mails that were given up. */
export async function countFailedMails(actor: Actor): Promise<number> {
  requirePermission(actor, "system:observe");
  const [row] = await db().select({ failed: count() }).from(mails).where(isGivenUp);
  return row?.failed ?? 0;
}

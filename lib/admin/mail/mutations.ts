import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { mails } from "@/db/schema/mails";
import { recordAudit } from "@/lib/audit/mutations";
import { ok, type Result, refused } from "@/lib/errors";
import type { Ctx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import { postMails } from "@/lib/mail/mutations";
import { mailIsSent } from "@/lib/mail/transport";
import { isGivenUp, isUnsent } from "./data";
import { type MailId, mailSchema } from "./schema";

/**
 * The text of a mail that no server was asked to take, so that the administrator can pass it on. It may hold a link
 * that sets somebody's password: reading it is recorded. What a server took is not shown to anybody.
 */
export async function readMail(ctx: Ctx, input: MailId): Promise<Result<{ body: string }, "not_found">> {
  requirePermission(ctx.actor, "users:manage");
  const { id } = mailSchema.parse(input);
  return db().transaction(async (tx) => {
    const [mail] = await tx
      .select({ body: mails.body })
      .from(mails)
      .where(and(eq(mails.id, id), isUnsent));
    if (!mail) return refused("not_found");
    await recordAudit(tx, ctx, { action: "mail.read", target: { type: "mail", id } });
    return ok(mail);
  });
}

/** Tries a mail again that was given up, or was made before there was a mail server. */
export async function retryMail(ctx: Ctx, input: MailId): Promise<Result<null, "not_found" | "no_mail_server">> {
  requirePermission(ctx.actor, "users:manage");
  const { id } = mailSchema.parse(input);
  if (!mailIsSent()) return refused("no_mail_server");
  const queued = await db().transaction(async (tx) => {
    const isWaiting = sql`(${isUnsent} or ${isGivenUp})`;
    const [mail] = await tx
      .update(mails)
      .set({ attempts: 0, nextAttemptAt: sql`now()` })
      .where(and(eq(mails.id, id), isWaiting))
      .returning({ id: mails.id, recipient: mails.recipient, subject: mails.subject, body: mails.body });
    if (!mail) return null;
    await recordAudit(tx, ctx, { action: "mail.retried", target: { type: "mail", id } });
    return mail;
  });
  if (!queued) return refused("not_found");
  postMails([queued]);
  return ok(null);
}

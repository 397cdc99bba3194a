import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { mails } from "@/db/schema/mails";
import { ok, type Result, refused } from "@/lib/errors";
import type { Ctx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import { mailIsSent } from "@/lib/mail/transport";
import { inTransaction } from "@/lib/work/unit-of-work";
import { isGivenUp, isUnsent } from "./data";
import { type MailId, mailSchema } from "./schema";

/**
 * The text of a mail that was never handed to a mail server, so that the admin can pass it on. Reading it is recorded,
 * because it may hold a link that sets a person's password. The text of a sent mail is shown to nobody.
 */
export async function readMail(ctx: Ctx, input: MailId): Promise<Result<{ body: string }, "not_found">> {
  requirePermission(ctx.actor, "users:manage");
  const { id } = mailSchema.parse(input);
  return inTransaction(ctx, async (work) => {
    const [mail] = await work.tx
      .select({ body: mails.body })
      .from(mails)
      .where(and(eq(mails.id, id), isUnsent));
    if (!mail) return refused("not_found");
    work.audit({ action: "mail.read", target: { type: "mail", id } });
    return ok(mail);
  });
}

/** Sends a mail again that was given up, or that was written before there was a mail server. */
export async function retryMail(ctx: Ctx, input: MailId): Promise<Result<null, "not_found" | "no_mail_server">> {
  requirePermission(ctx.actor, "users:manage");
  const { id } = mailSchema.parse(input);
  if (!mailIsSent()) return refused("no_mail_server");
  return inTransaction(ctx, async (work) => {
    const isWaiting = sql`(${isUnsent} or ${isGivenUp})`;
    const [mail] = await work.tx
      .update(mails)
      .set({ attempts: 0, nextAttemptAt: sql`now()` })
      .where(and(eq(mails.id, id), isWaiting))
      .returning({ id: mails.id });
    if (!mail) return refused("not_found");
    work.publish("mail.queued", { mailId: id }, String(Date.now()));
    work.audit({ action: "mail.retried", target: { type: "mail", id } });
    return ok(null);
  });
}

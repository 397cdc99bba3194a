import "server-only";
import { and, eq, gt, isNull, lt, lte, sql } from "drizzle-orm";
import { db, type Executor } from "@/db/client";
import { mails } from "@/db/schema/mails";
import { env } from "@/lib/env";
import { queueEvents } from "@/lib/events/executor";
import { logger } from "@/lib/platform/logger";
import { errorCodeOfMail } from "./mail-failure";
import { assertHeaderSafe, deliverMail, type Mail, mailIsSent } from "./transport";

/** 1, 2, 4 … minutes after a failure; the tenth is half a day later, when no link in a mail is good any more. */
const ATTEMPTS_MAX = 10;
const BATCH = 50;
const KEPT_DAYS = 7;

export interface QueuedMail extends Mail {
  id: string;
}

/** Writes a mail in the transaction of what it tells of: no crash loses it, and no rollback sends it. */
export async function queueMail(tx: Executor, mail: Mail): Promise<QueuedMail> {
  assertHeaderSafe(mail);
  const nextAttemptAt = mailIsSent() ? sql`now()` : null;
  const [row] = await tx
    .insert(mails)
    .values({ ...mail, nextAttemptAt })
    .returning({ id: mails.id });
  if (!row) throw new Error("insert returned no row");
  return { ...mail, id: row.id };
}

/** Nothing where the same person was written the same subject just now. */
export async function queueMailOnce(tx: Executor, mail: Mail, pauseSeconds: number): Promise<QueuedMail[]> {
  const since = sql`now() - make_interval(secs => ${pauseSeconds})`;
  const [recent] = await tx
    .select({ id: mails.id })
    .from(mails)
    .where(and(eq(mails.recipient, mail.recipient), eq(mails.subject, mail.subject), gt(mails.createdAt, since)))
    .limit(1);
  return recent ? [] : [await queueMail(tx, mail)];
}

/**
 * After the commit: has the mails sent now rather than at the next minute. Nobody waits for it, so that an answer takes
 * as long with a mail as without.
 */
export function postMails(queued: readonly QueuedMail[]): void {
  if (mailIsSent()) {
    const named = queued.map(({ id }) => ({
      id: `mail.queued:${id}`,
      name: "mail.queued" as const,
      data: { mailId: id },
    }));
    if (named.length > 0) void queueEvents(named);
  } else if (env.MAIL_TO_LOG === "1") {
    for (const { recipient, subject, body } of queued) logger().info({ recipient, subject, body }, "mail, not sent");
  }
}

/** Sends what is due, oldest first; how many went. One caller at a time: see the durable function. */
export async function sendDueMails(): Promise<number> {
  if (!mailIsSent()) return 0;
  const { id, recipient, subject, body } = mails;
  const due = await db()
    .select({ id, recipient, subject, body })
    .from(mails)
    .where(lte(mails.nextAttemptAt, sql`now()`))
    .orderBy(mails.createdAt)
    .limit(BATCH);
  let sent = 0;
  for (const mail of due) if (await attempt(mail)) sent += 1;
  return sent;
}

async function attempt(mail: QueuedMail): Promise<boolean> {
  const row = and(eq(mails.id, mail.id), isNull(mails.sentAt));
  try {
    await deliverMail(mail.id, mail);
  } catch (error) {
    logger().warn({ mailId: mail.id, failure: errorCodeOfMail(error) }, "a mail was not taken");
    await db()
      .update(mails)
      .set({
        attempts: sql`${mails.attempts} + 1`,
        failure: errorCodeOfMail(error),
        nextAttemptAt: sql`case when ${mails.attempts} + 1 < ${ATTEMPTS_MAX}
          then now() + make_interval(mins => (2 ^ ${mails.attempts})::int) end`,
      })
      .where(row);
    return false;
  }
  await db()
    .update(mails)
    .set({ attempts: sql`${mails.attempts} + 1`, sentAt: sql`now()`, nextAttemptAt: null, failure: null })
    .where(row);
  return true;
}

/** Mails hold addresses and links: none is kept longer than anybody may want to look at it. */
export async function sweepMails(): Promise<number> {
  const swept = await db()
    .delete(mails)
    .where(lt(mails.createdAt, sql`now() - make_interval(days => ${KEPT_DAYS})`));
  return swept.rowCount ?? 0;
}

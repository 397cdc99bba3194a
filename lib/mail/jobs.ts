import "server-only";
import { and, eq, isNull, lt, lte, sql } from "drizzle-orm";
import { db, inLongTransaction } from "@/db/client";
import { mails } from "@/db/schema/mails";
import { logger } from "@/lib/platform/logger";
import { readSiteName } from "@/lib/site/lookups";
import { errorCodeOfMail } from "./mail-failure";
import { deliverMail, mailIsSent } from "./transport";
import type { QueuedMail } from "./writes";

/** Retries after 1, 2, 4 … minutes. The tenth and last attempt comes eight and a half hours after the first. */
const ATTEMPTS_MAX = 10;
const BATCH = 50;
const KEPT_DAYS = 7;

/** Sends due mails, oldest first. Returns how many were sent. Only one caller at a time: see the durable function. */
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
    await deliverMail(mail.id, mail, await readSiteName());
  } catch (error) {
    logger().warn({ mailId: mail.id, failure: errorCodeOfMail(error) }, "a mail could not be sent");
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

/** Deletes old mails: they contain addresses and links. */
export async function sweepMails(): Promise<number> {
  const swept = await inLongTransaction((tx) =>
    tx.delete(mails).where(lt(mails.createdAt, sql`now() - make_interval(days => ${KEPT_DAYS})`)),
  );
  return swept.rowCount ?? 0;
}

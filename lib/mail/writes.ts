import "server-only";
import { and, eq, gt, sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { mails } from "@/db/schema/mails";
import { textOf } from "@/lib/language/text-of";
import { PRODUCT_NAME } from "@/lib/site/constants";
import { readSiteName } from "@/lib/site/lookups";
import type { Letter } from "./letter";
import { readLanguageOf } from "./lookups";
import { assertHeaderSafe, type Mail, mailIsSent } from "./transport";

export interface QueuedMail extends Mail {
  id: string;
}

/** The same person gets a letter of the same subject again only after `pauseSeconds`. */
export interface Posted {
  letter: Letter;
  pauseSeconds?: number;
}

/**
 * Writes a letter in its reader's language and queues it in the transaction it tells of, so that a crash cannot lose it and a rollback cannot send it. Returns
 * null if the same person got the same subject within the pause. Only the unit of work calls it.
 */
export async function queueMail(tx: Executor, { letter, pauseSeconds = 0 }: Posted): Promise<QueuedMail | null> {
  const t = textOf(await readLanguageOf(tx, letter));
  const mail: Mail = { recipient: letter.recipient, ...letter.write(t) };
  assertHeaderSafe(mail);
  if (pauseSeconds > 0 && (await wasWritten(tx, mail, pauseSeconds))) return null;
  const nextAttemptAt = mailIsSent() ? sql`now()` : null;
  const signed = { ...mail, body: signedBy(await readSiteName(tx), mail.body) };
  const [row] = await tx
    .insert(mails)
    .values({ ...signed, nextAttemptAt })
    .returning({ id: mails.id });
  if (!row) throw new Error("insert returned no row");
  return { ...signed, id: row.id };
}

/** A server with a name of its own says which it is: somebody may have accounts on two. */
const signedBy = (siteName: string, body: string) => (siteName === PRODUCT_NAME ? body : `${body}\n${siteName}\n`);

async function wasWritten(tx: Executor, { recipient, subject }: Mail, pauseSeconds: number): Promise<boolean> {
  const since = sql`now() - make_interval(secs => ${pauseSeconds})`;
  const [recent] = await tx
    .select({ id: mails.id })
    .from(mails)
    .where(and(eq(mails.recipient, recipient), eq(mails.subject, subject), gt(mails.createdAt, since)))
    .limit(1);
  return recent !== undefined;
}

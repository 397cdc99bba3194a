import "server-only";
import { and, eq, isNull, lt, or, sql } from "drizzle-orm";
import { inLongTransaction } from "@/db/client";
import { notices } from "@/db/schema/notices";
import { personSettings } from "@/db/schema/person-settings";
import { asSystem } from "@/lib/audit/sources";
import { inTransaction } from "@/lib/work/unit-of-work";
import { READ_KEPT_DAYS } from "./constants";
import { digestMail } from "./letters";
import { countUndigested, lockDueDigest } from "./lookups";

/**
 * Writes a person's digest, if it is due. The letter, the mark on the notices and the time of the digest are one
 * transaction: stopped anywhere and run again, it writes one letter. Returns whether it wrote one.
 */
export async function writeDigest(userId: string): Promise<boolean> {
  return inTransaction(asSystem(), async (work) => {
    const email = await lockDueDigest(work.tx, userId);
    if (email === null) return false;
    const counts = await countUndigested(work.tx, userId);
    // Those that were read are left out, and are no news later either.
    await work.tx
      .update(notices)
      .set({ digestedAt: sql`now()` })
      .where(and(eq(notices.userId, userId), isNull(notices.digestedAt)));
    if (Object.keys(counts).length === 0) return false;
    await work.tx.update(personSettings).set({ digestSentAt: sql`now()` }).where(eq(personSettings.userId, userId));
    work.mail(digestMail(email, counts));
    return true;
  });
}

/** Removes notices that were read long ago, and others after twice that time. Returns how many. */
export async function sweepNotices(): Promise<number> {
  const before = (days: number) => sql`now() - make_interval(days => ${days})`;
  const swept = await inLongTransaction((tx) =>
    tx
      .delete(notices)
      .where(or(lt(notices.readAt, before(READ_KEPT_DAYS)), lt(notices.createdAt, before(2 * READ_KEPT_DAYS)))),
  );
  return swept.rowCount ?? 0;
}

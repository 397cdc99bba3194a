import "server-only";
import { and, eq, inArray, isNotNull, sql } from "drizzle-orm";
import { allowLongStatements } from "@/db/client";
import { artists } from "@/db/schema/artists";
import { dataExports } from "@/db/schema/data-exports";
import { invitations } from "@/db/schema/invitations";
import { mails } from "@/db/schema/mails";
import { publications } from "@/db/schema/publications";
import { samples } from "@/db/schema/samples";
import { users } from "@/db/schema/users";
import { isNotLastAdmin, lockAdmins } from "@/lib/accounts/admins/writes";
import { accountSubject } from "@/lib/accounts/lockout/subjects";
import { clearAttempts } from "@/lib/accounts/lockout/writes";
import { asSystem } from "@/lib/audit/sources";
import { deleteDueObjects } from "@/lib/objects/jobs";
import { avatarObjects } from "@/lib/objects/object-keys";
import { removeSamples } from "@/lib/samples/writes";
import { inTransaction } from "@/lib/work/unit-of-work";
import { isDue, shutOut } from "./writes";

const ACCOUNTS_A_SWEEP = 20;
const SAMPLES_AT_ONCE = 100;

/**
 * First step: suspends accounts whose grace period is over, so that nothing new gets in while they are emptied. Skips
 * an account that has become the last admin's.
 */
export async function claimDueAccounts(): Promise<string[]> {
  return inTransaction(asSystem(), async (work) => {
    await lockAdmins(work);
    const due = await work.tx
      .select({ id: users.id })
      .from(users)
      .where(and(isNotNull(users.deletionRequestedAt), isDue(), isNotLastAdmin()))
      .orderBy(users.deletionRequestedAt)
      .limit(ACCOUNTS_A_SWEEP)
      .for("update");
    const ids = due.map(({ id }) => id);
    if (ids.length === 0) return [];
    const suspendedAt = sql`coalesce(${users.suspendedAt}, now())`;
    await work.tx.update(users).set({ suspendedAt }).where(inArray(users.id, ids));
    for (const id of ids) await shutOut(work, id);
    return ids;
  });
}

/** Second step: removes the account's samples and uploads with everything stored for them. Returns how many samples. */
export async function emptyAccount(userId: string): Promise<number> {
  const some = sql`${samples.id} in (select id from ${samples} where owner_id = ${userId} limit ${SAMPLES_AT_ONCE})`;
  const leaving = sql`exists (select 1 from ${users} where ${users.id} = ${userId} and ${isDue()})`;
  let removed = 0;
  for (;;) {
    const which = and(eq(samples.ownerId, userId), leaving, some);
    const gone = await inTransaction(asSystem(), (work) => removeSamples(work, which));
    if (gone === 0) return removed;
    removed += gone;
  }
}

/** Last step: removes the row and everything that refers to it. Returns false if it has already been removed. */
export async function removeAccount(userId: string): Promise<boolean> {
  const isRemoved = await inTransaction(asSystem(), async (work) => {
    const [account] = await work.tx
      .select({ email: users.email })
      .from(users)
      .where(and(eq(users.id, userId), isDue()))
      .for("update");
    if (!account) return false;
    await allowLongStatements(work.tx);
    const [left] = await work.tx.select({ id: samples.id }).from(samples).where(eq(samples.ownerId, userId)).limit(1);
    if (left) throw new Error("the account is not empty");
    const objects = await work.tx
      .delete(dataExports)
      .where(eq(dataExports.userId, userId))
      .returning({ objectKey: dataExports.objectKey });
    for (const { objectKey } of objects) if (objectKey) work.forget({ objectKey });
    const shown = await work.tx
      .delete(publications)
      .where(eq(publications.ownerId, userId))
      .returning({ objectKey: publications.previewKey });
    const pages = await work.tx
      .delete(artists)
      .where(eq(artists.ownerId, userId))
      .returning({ objectKey: artists.avatarKey });
    for (const { objectKey } of shown) if (objectKey) work.forget({ objectKey });
    const pictures = pages.flatMap(({ objectKey }) => (objectKey ? avatarObjects(objectKey) : []));
    for (const picture of pictures) work.forget(picture);
    await work.tx.delete(mails).where(eq(mails.recipient, account.email));
    await work.tx.delete(invitations).where(eq(invitations.email, account.email));
    await clearAttempts(work, accountSubject(account.email));
    await work.tx.delete(users).where(eq(users.id, userId));
    work.audit({ action: "account.deleted", target: { type: "user", id: userId } });
    return true;
  });
  if (isRemoved) await deleteDueObjects(SAMPLES_AT_ONCE);
  return isRemoved;
}

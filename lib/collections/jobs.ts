import "server-only";
import { lt, sql } from "drizzle-orm";
import { inLongTransaction } from "@/db/client";
import { collectionLinks, collections } from "@/db/schema/collections";
import { RESTORE_DAYS } from "./constants";

/** Removes collections that can no longer be restored, and links that have been over for a day. Returns how many. */
export async function sweepCollections(): Promise<number> {
  const { rowCount } = await inLongTransaction(async (tx) => {
    await tx.delete(collectionLinks).where(lt(collectionLinks.expiresAt, sql`now() - make_interval(days => 1)`));
    return tx.delete(collections).where(lt(collections.deletedAt, sql`now() - make_interval(days => ${RESTORE_DAYS})`));
  });
  return rowCount ?? 0;
}

import "server-only";
import { sql } from "drizzle-orm";
import { asSystem } from "@/lib/audit/sources";
import { stateOfItem } from "@/lib/gallery/lookups";
import { notify } from "@/lib/notices/writes";
import { inTransaction } from "@/lib/work/unit-of-work";
import { TOLD_AT_ONCE } from "./constants";

/**
 * Tells the followers of its artist that something is public, those after `afterUserId` in the order of their ids. Returns
 * the last one told, or null if there are no more. Run twice, it tells nobody twice.
 */
export async function tellFollowers(publicationId: string, afterUserId: string | null): Promise<string | null> {
  if ((await stateOfItem({ id: publicationId })) !== "shown") return null;
  return inTransaction(asSystem(), async (work) => {
    const further = afterUserId === null ? sql`true` : sql`f.user_id > ${afterUserId}::uuid`;
    const { rows } = await work.tx.execute<{ user_id: string }>(sql`
      select f.user_id from follows f join publications p on p.owner_id = f.artist_id
      where p.id = ${publicationId}::uuid and ${further} order by f.user_id limit ${TOLD_AT_ONCE}`);
    const sameAs = `new-item:${publicationId}`;
    await notify(
      work,
      rows.map((row) => ({ userId: row.user_id, kind: "new_item" as const, details: { publicationId }, sameAs })),
    );
    return rows.length === TOLD_AT_ONCE ? (rows.at(-1)?.user_id ?? null) : null;
  });
}

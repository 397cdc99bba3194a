import "server-only";
import { and, eq, inArray, notInArray, sql } from "drizzle-orm";
import { collectionItems } from "@/db/schema/collections";
import type { Work } from "@/lib/work/unit-of-work";

const { collectionId, sampleId, position } = collectionItems;

export async function placesOf(work: Work, id: string, ids: readonly string[]): Promise<Map<string, number>> {
  const rows = await work.tx
    .select({ sampleId, position })
    .from(collectionItems)
    .where(and(eq(collectionId, id), inArray(sampleId, [...ids])));
  return new Map(rows.map((row) => [row.sampleId, row.position]));
}

/** Between which places items go that come to stand before another one. Null if that one is not there. */
export async function neighboursOf(
  work: Work,
  { id, moved, before }: { id: string; moved: readonly string[]; before: string | null },
): Promise<{ below: number | null; above: number | null } | null> {
  const above = before === null ? null : ((await placesOf(work, id, [before])).get(before) ?? null);
  if (before !== null && above === null) return null;
  const isBelow = above === null ? undefined : sql`(${position}, ${sampleId}) < (${above}::float8, ${before}::uuid)`;
  const [row] = await work.tx
    .select({ below: sql<number | null>`max(${position})::float8` })
    .from(collectionItems)
    .where(and(eq(collectionId, id), notInArray(sampleId, [...moved]), isBelow));
  return { below: row?.below ?? null, above };
}

/** Gives all items whole numbers in their order. Needed only after dozens of moves into the same gap. */
export async function numberAnew(work: Work, id: string): Promise<void> {
  await work.tx.execute(sql`
    update collection_items item set position = numbered.place
    from (select sample_id, row_number() over (order by position, sample_id)::float8 as place
      from collection_items where collection_id = ${id}) numbered
    where item.collection_id = ${id} and item.sample_id = numbered.sample_id`);
}

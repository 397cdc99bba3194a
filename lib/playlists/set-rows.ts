import { ITEM_ROWS_MAX } from "@/lib/collections/constants";
import { findCollection } from "@/lib/collections/data";
import type { ItemPosition } from "@/lib/collections/items/data";
import { readItems } from "@/lib/collections/items/data";
import type { Actor } from "@/lib/identity/actor";
import { selectedIds } from "@/lib/library/data";
import type { Selection } from "@/lib/library/schema";
import { findSamples } from "@/lib/samples/data";
import type { SampleRow } from "@/lib/samples/schema";

/** The rows of a collection in their order, `max` at most and one more if there are more. Null if there is none. */
export async function rowsOfCollection(
  viewer: Actor,
  id: string,
  max: number,
): Promise<{ name: string; rows: SampleRow[] } | null> {
  const found = await findCollection(viewer, id);
  if (!found) return null;
  const rows: SampleRow[] = [];
  let after: ItemPosition | null = null;
  do {
    const page = await readItems(viewer, found.collection, { limit: ITEM_ROWS_MAX, after });
    if (page === "invalid") break;
    rows.push(...page.items.map(({ sample }) => sample));
    after = page.next;
  } while (after !== null && rows.length <= max);
  return { name: found.collection.name, rows: rows.slice(0, max + 1) };
}

/** The rows of a selection, as far. */
export async function rowsOfSelection(owner: Actor, selection: Selection, max: number): Promise<SampleRow[]> {
  const ids: string[] = [];
  for await (const some of selectedIds(owner, selection)) {
    ids.push(...some);
    if (ids.length > max) break;
  }
  const rows = new Map((await findSamples(owner, ids.slice(0, max + 1))).map((row) => [row.id, row]));
  return ids.flatMap((id) => rows.get(id) ?? []);
}

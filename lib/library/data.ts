import "server-only";
import type { FlagHolder } from "@/lib/flags/data";
import { findSampleIds } from "@/lib/samples/data";
import { listPage } from "@/lib/search/words/data";
import { parseQuery } from "@/lib/search-query/parse";
import { SELECTED_AT_ONCE } from "./constants";
import { type Selection, selectionSchema } from "./schema";

/**
 * The samples of a selection, in portions of at most `SELECTED_AT_ONCE` ids, the newest first. Only the owner's own that
 * are not deleted. Portions are read one after the other: what is added meanwhile is not among them, and what is deleted
 * meanwhile may be.
 * @throws ZodError if the selection does not parse
 */
export async function* selectedIds(owner: FlagHolder, selection: Selection): AsyncGenerator<string[]> {
  const meant = selectionSchema.parse(selection);
  if ("ids" in meant) {
    const ids = [...new Set(meant.ids)];
    for (let start = 0; start < ids.length; start += SELECTED_AT_ONCE) {
      const found = await findSampleIds(owner.id, ids.slice(start, start + SELECTED_AT_ONCE));
      if (found.length > 0) yield found;
    }
    return;
  }
  const query = parseQuery(meant.query);
  const left = new Set(meant.except);
  let cursor: string | undefined;
  do {
    const page = await listPage(owner, { query, sort: "-addedAt", cursor, limit: SELECTED_AT_ONCE });
    const ids = page?.sampleIds.filter((id) => !left.has(id)) ?? [];
    if (ids.length > 0) yield ids;
    cursor = page?.nextCursor ?? undefined;
  } while (cursor !== undefined);
}

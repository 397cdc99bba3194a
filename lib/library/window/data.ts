import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { analyses } from "@/db/schema/analyses";
import { fileTags } from "@/db/schema/file-tags";
import { sampleCorrections } from "@/db/schema/sample-corrections";
import { samples } from "@/db/schema/samples";
import { ok, type Result, refused } from "@/lib/errors";
import { type FlagHolder, flagsOf } from "@/lib/flags/data";
import type {
  LibraryAnchors,
  LibraryAnchorsQuestion,
  LibraryPage,
  LibraryPageQuestion,
  LibraryPlace,
  LibraryPlaceQuestion,
  LibraryRow,
} from "@/lib/library/schema";
import { coverAddress } from "@/lib/samples/cover-address";
import { heardInstruments, rowColumns } from "@/lib/samples/effective-values";
import { rowOf } from "@/lib/samples/row-of";
import { hiddenLabels, SAMPLE_FLAGS } from "@/lib/samples/switched-off";
import { listAnchors, listPlace } from "@/lib/search/words/anchors/data";
import { listPage } from "@/lib/search/words/data";
import { catchUp } from "@/lib/search-documents/jobs";
import { parseQuery } from "@/lib/search-query/parse";

/** One page of what a query finds, in an order of values. */
export async function findLibraryPage(
  owner: FlagHolder,
  { query: text, ...place }: LibraryPageQuestion,
): Promise<Result<LibraryPage, "invalid_cursor">> {
  const query = parseQuery(text);
  if (place.cursor === undefined) await catchUp(owner.id);
  const page = await listPage(owner, { query, ...place });
  if (!page) return refused("invalid_cursor");
  const rows = await findLibraryRows(owner, page.sampleIds);
  return ok({ rows, nextCursor: page.nextCursor, problems: query.problems });
}

/** Read and planned once for each connection: with all its expressions, that takes longer than to find the rows. */
const prepareRows = () =>
  db()
    .select({
      row: rowColumns,
      title: fileTags.title,
      artist: fileTags.artist,
      cover: { coverKey: fileTags.coverKey, sha256: fileTags.sha256, readerVersion: fileTags.readerVersion },
      instruments: heardInstruments,
      overview: sql<string | null>`nullif(${analyses.overview}, '')`,
    })
    .from(samples)
    .leftJoin(analyses, eq(analyses.sampleId, samples.id))
    .leftJoin(sampleCorrections, eq(sampleCorrections.sampleId, samples.id))
    .leftJoin(fileTags, eq(fileTags.sampleId, samples.id))
    .where(
      and(
        sql`${samples.id} = any(${sql.placeholder("ids")}::uuid[])`,
        sql`${samples.ownerId} = ${sql.placeholder("owner")}::uuid`,
        isNull(samples.deletedAt),
      ),
    )
    .prepare("library rows");
let preparedRows: ReturnType<typeof prepareRows> | undefined;

/** Those of the samples that are the owner's, in the order of the ids. */
export async function findLibraryRows(owner: FlagHolder, ids: readonly string[]): Promise<LibraryRow[]> {
  if (ids.length === 0) return [];
  preparedRows ??= prepareRows();
  const [stored, features] = await Promise.all([
    preparedRows.execute({ ids, owner: owner.id }),
    flagsOf(owner, SAMPLE_FLAGS),
  ]);
  const hidden = hiddenLabels(features);
  const rows = new Map(
    stored.map(({ row, cover, instruments, ...more }): [string, LibraryRow] => [
      row.id,
      {
        ...rowOf(row, hidden),
        ...more,
        instruments: features.has("instrument-tags") ? instruments : [],
        coverUrl: coverAddress(row.id, cover),
      },
    ]),
  );
  return ids.flatMap((id) => rows.get(id) ?? []);
}

/** Where the pages of a list begin. */
export async function findLibraryAnchors(
  owner: FlagHolder,
  { query, ...place }: LibraryAnchorsQuestion,
): Promise<Result<LibraryAnchors, "invalid_cursor">> {
  if (place.after === undefined) await catchUp(owner.id);
  const anchors = await listAnchors(owner, { query: parseQuery(query), ...place });
  return anchors ? ok(anchors) : refused("invalid_cursor");
}

/** Where a sample is in a list. */
export async function findLibraryPlace(
  owner: FlagHolder,
  { query, ...sought }: LibraryPlaceQuestion,
): Promise<Result<LibraryPlace, "not_found">> {
  const place = await listPlace(owner, { query: parseQuery(query), ...sought });
  return place ? ok(place) : refused("not_found");
}

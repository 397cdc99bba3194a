import "server-only";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { searchTerms } from "@/db/schema/search-terms";
import { ok, type Result, refused } from "@/lib/errors";
import type { ActorId } from "@/lib/identity/actor";
import type { LibraryFolder, LibraryFoldersQuestion } from "@/lib/library/schema";
import { FOLDER_KIND } from "@/lib/search-documents/constants";
import { readFolder } from "@/lib/search-query/labels";
import { folderCursor, readFolderCursor } from "./cursor";

const LAST_CHARACTER = "\u{10ffff}";

type FolderRow = { path: string; written: string | null; count: number; hasFolders: boolean };

/** One page of the folders directly below one, in alphabetical order. */
export async function findLibraryFolders(
  owner: ActorId,
  { parent, cursor, limit }: LibraryFoldersQuestion,
): Promise<Result<{ data: LibraryFolder[]; nextCursor: string | null }, "invalid_cursor">> {
  const [folder] = readFolder(parent) ?? [];
  const inside = folder === undefined ? "" : `${folder}/`;
  const after = cursor === undefined ? inside : readFolderCursor(cursor, inside);
  if (after === null) return refused("invalid_cursor");
  const found = await readLevel(owner, inside, after, limit + 1);
  const shown = found.slice(0, limit);
  const last = shown.at(-1);
  const data = shown.map(({ written, ...row }) => ({ ...row, name: written ?? row.path.slice(inside.length) }));
  return ok({ data, nextCursor: found.length > limit && last ? folderCursor(last.path) : null });
}

/**
 * The terms of one level, out of an index that has all levels one after the other: from each folder it jumps behind what is
 * in it. What stands between a folder and what is in it, such as "kicks 2", is met on the way.
 */
async function readLevel(owner: ActorId, inside: string, after: string, limit: number): Promise<FolderRow[]> {
  // Postgres counts characters, not halves of them.
  const characters = [...inside].length;
  const mine = sql`owner_id = ${owner}::uuid and kind = ${FOLDER_KIND}`;
  const next = (bound: ReturnType<typeof sql>) => sql`
    select term, written, count, strpos(substr(term, ${characters + 1}::int), '/') as slash from ${searchTerms}
    where ${mine} and term > ${bound} and term < ${inside + LAST_CHARACTER} order by term limit 1`;
  const behind = sql`case when level.slash = 0 then level.term
    else left(level.term, ${characters}::int + level.slash) || ${LAST_CHARACTER} end`;
  const { rows } = await db().execute<FolderRow>(sql`
    with recursive level as (
      (${next(sql`${after}::text`)})
      union all
      select next.* from level, lateral (${next(behind)}) next
    )
    select level.term as path, level.written, level.count, exists (
      select from ${searchTerms} where ${mine}
        and term > level.term || '/' and term < level.term || '/' || ${LAST_CHARACTER}
    ) as "hasFolders"
    from level where level.slash = 0 limit ${limit}`);
  return rows;
}

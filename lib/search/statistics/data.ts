import "server-only";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { Actor } from "@/lib/identity/actor";
import { can } from "@/lib/identity/permissions";
import { hasWordModel } from "@/lib/plugins/word-embedding";
import { indexStatistics } from "@/lib/similarity/data";
import type { IndexStatistics } from "@/lib/similarity/index-process/protocol";

/** Counted no further. */
const WAITING_MAX = 10_000;

export interface SearchStatistics {
  /** The person's samples that can be searched by words, and by sound. */
  documents: number;
  sounds: number;
  /** Changes of the person's samples that are not searchable yet, `WAITING_MAX` at most. */
  waiting: number;
  /** Samples of theirs that have changed since the index in memory last followed. Null while there is no such index. */
  behind: number | null;
  /** Who compares sounds now. */
  source: "memory" | "rows";
  /** Whether words are compared with sounds, too. */
  comparesWords: boolean;
  /** The index in memory holds the samples of everybody: null for those who do not run the server. */
  index: IndexStatistics | null;
}

/** The state of search, for one person. */
export async function searchStatistics(actor: Actor): Promise<SearchStatistics> {
  const statistics = indexStatistics();
  const isReady = statistics.status === "ready";
  const watermark = isReady ? (statistics.state?.watermark ?? null) : null;
  const { rows } = await db().execute<Record<"documents" | "sounds" | "waiting" | "behind", number>>(sql`
    select
      (select count(*) from search_documents where owner_id = ${actor.id} and not is_deleted)::int as documents,
      (select count(*) from search_vectors v join search_documents d using (sample_id)
        where v.owner_id = ${actor.id} and not d.is_deleted)::int as sounds,
      (select count(*) from (
        select from search_queue q join samples s on s.id = q.sample_id
        where s.owner_id = ${actor.id} limit ${WAITING_MAX}) waiting)::int as waiting,
      (select count(*) from (
        select from search_documents where owner_id = ${actor.id} and revision > ${watermark ?? 0}
        limit ${watermark === null ? 0 : WAITING_MAX}) behind)::int as behind`);
  const counts = rows[0] ?? { documents: 0, sounds: 0, waiting: 0, behind: 0 };
  return {
    ...counts,
    behind: watermark === null ? null : counts.behind,
    source: isReady ? "memory" : "rows",
    comparesWords: hasWordModel(),
    index: can(actor, "system:observe") ? statistics : null,
  };
}

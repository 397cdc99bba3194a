import "server-only";
import { sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { audibleSeconds } from "./audible-length";
import { CROWD_MS, DAY_MS, HISTORY_MAX } from "./constants";
import type { JudgedPlay } from "./patterns/evidence";

interface PlayRow extends Record<string, unknown> {
  id: string;
  publication_id: string;
  owner_id: string;
  user_id: string | null;
  listener_key: string;
  seconds: number;
  allows_download: boolean;
  kind: JudgedPlay["recording"]["kind"];
  started_ms: number;
  last_heard_ms: number | null;
  heard_seconds: number;
  heartbeats: number;
  was_audible: boolean;
  state: JudgedPlay["state"];
  set_aside_reason: string | null;
}

/** Ended plays with everything that they are judged by: what their listeners and others did around the same time. */
export async function readEvidence(tx: Executor, ended: readonly string[]): Promise<JudgedPlay[]> {
  const { rows } = await tx.execute<PlayRow>(sql`
    with ended as (select * from plays where id in ${ended}),
    around as (
      select mate.id from (select user_id, min(started_at) as first, max(started_at) as last from ended
        where user_id is not null group by user_id) who
      cross join lateral (select id from plays where user_id = who.user_id
        and started_at between who.first - ${DAY_MS} * interval '1 ms' and who.last + ${DAY_MS} * interval '1 ms'
        order by started_at desc limit ${HISTORY_MAX}) mate
      union
      select mate.id from (select listener_key, min(started_at) as first, max(started_at) as last from ended
        where user_id is null group by listener_key) who
      cross join lateral (select id from plays where listener_key = who.listener_key and user_id is null
        and started_at between who.first - ${DAY_MS} * interval '1 ms' and who.last + ${DAY_MS} * interval '1 ms'
        order by started_at desc limit ${HISTORY_MAX}) mate
      union
      select mate.id from (select publication_id, min(started_at) as first, max(started_at) as last from ended
        group by publication_id) what
      cross join lateral (select id from plays where publication_id = what.publication_id
        and started_at between what.first - ${CROWD_MS} * interval '1 ms' and what.last + ${CROWD_MS} * interval '1 ms'
        order by started_at desc limit ${HISTORY_MAX}) mate
      union select id from ended
    )
    select plays.id, publication_id, owner_id, user_id, listener_key, seconds, allows_download, kind,
      (extract(epoch from started_at) * 1000)::float8 as started_ms,
      (extract(epoch from last_heard_at) * 1000)::float8 as last_heard_ms,
      heard_seconds, heartbeats, was_audible, plays.state, set_aside_reason
    from around join plays on plays.id = around.id join publications on publications.id = plays.publication_id`);
  return rows.map(toJudgedPlay);
}

function toJudgedPlay(row: PlayRow): JudgedPlay {
  return {
    id: row.id,
    publicationId: row.publication_id,
    ownerId: row.owner_id,
    userId: row.user_id,
    deviceKey: row.listener_key,
    recording: {
      seconds: audibleSeconds({ seconds: row.seconds, allowsDownload: row.allows_download }),
      kind: row.kind,
    },
    startedAtMs: row.started_ms,
    lastHeardAtMs: row.last_heard_ms,
    heardSeconds: row.heard_seconds,
    heartbeats: row.heartbeats,
    wasAudible: row.was_audible,
    state: row.state,
    mark: row.set_aside_reason,
  };
}

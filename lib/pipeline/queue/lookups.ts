import "server-only";
import { sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { outgoingEvents } from "@/db/schema/outgoing-events";
import { samples } from "@/db/schema/samples";
import { FORGOTTEN_SECONDS, PLACES, QUIET_SECONDS, SWEEP_BATCH } from "@/lib/pipeline/constants";
import { QUICK_BYTES } from "@/lib/samples/lane";

const secondsAgo = (seconds: number) => sql`now() - make_interval(secs => ${seconds})`;
const isQuick = sql`size_bytes <= ${QUICK_BYTES}`;

/**
 * Samples that the executor took long ago and has not begun, although it has a free place for them. If it still knew of
 * them it would have filled the place within moments, so it counts as forgetful only once nothing of the same person
 * and lane has moved for a while, or something queued later has been begun. Oldest first.
 */
export async function findForgotten(tx: Executor): Promise<string[]> {
  const { rows } = await tx.execute<{ id: string }>(sql`
    with taken as (
      select id, owner_id, ${isQuick} as quick, queued_at, status_changed_at from ${samples}
      where status = 'uploaded' and deleted_at is null and queued_at < ${secondsAgo(FORGOTTEN_SECONDS)}
        and not exists (
          select 1 from ${outgoingEvents}
          where ${outgoingEvents.name} = 'sample.uploaded' and ${outgoingEvents.payload} ->> 'sampleId' = ${samples.id}::text)
    ), running as (
      select owner_id, ${isQuick} as quick, count(*) as count from ${samples}
      where status = 'processing' and lease_until > now() and exists (select 1 from taken)
      group by 1, 2
    ), moved as (
      select owner_id, ${isQuick} as quick, max(queued_at) as newest_begun, max(status_changed_at) as last_moved
      from ${samples}
      where owner_id in (select owner_id from taken) and status in ('processing', 'completed', 'failed')
      group by 1, 2
    )
    select taken.id from taken
    left join moved using (owner_id, quick)
    where coalesce((select sum(count) from running where quick = taken.quick), 0) < ${PLACES.all}
      and coalesce((select count from running where quick = taken.quick and owner_id = taken.owner_id), 0)
        < ${PLACES.onePerson}
      and (moved.last_moved is null or moved.last_moved < ${secondsAgo(QUIET_SECONDS)}
        or moved.newest_begun > taken.queued_at)
    order by taken.status_changed_at limit ${SWEEP_BATCH}`);
  return rows.map(({ id }) => id);
}

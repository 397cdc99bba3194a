import "server-only";
import { and, eq, isNull, type SQL, sql } from "drizzle-orm";
import { batches, batchItems } from "@/db/schema/batches";
import { samples } from "@/db/schema/samples";
import { ENDED_STATES, type ItemState } from "./schema";

/**
 * What is being done with an item: the outcome once it is kept, else what the row of its sample says. The query must
 * have `batches` and `batch_items`, left-joined with `samples`.
 */
export const itemState = sql<ItemState>`case
  when ${batchItems.outcome} is not null then ${batchItems.outcome}
  when ${samples.id} is null or ${samples.deletedAt} is not null then 'deleted'
  when ${batchItems.isDue} then 'waiting'
  when ${samples.status} = 'uploading' then 'uploading'
  when ${samples.status} = 'uploaded' then 'waiting'
  when ${samples.status} = 'processing' then 'running'
  when ${samples.failureCode} = 'cancelled' then 'cancelled'
  when ${samples.failureCode} is not null and (${samples.status} = 'failed' or ${batches.kind} = 'analysis') then 'failed'
  else 'done'
end`;

export const isInState = (...states: ItemState[]): SQL =>
  sql`${itemState} in (${sql.join(
    states.map((state) => sql`${state}`),
    sql`, `,
  )})`;

export const hasEnded = isInState(...ENDED_STATES);

/** Items whose outcome is not kept yet: those of a batch that is under way, or of samples in the trash. */
export const isOpen = isNull(batchItems.outcome);

export const ofItem = eq(samples.id, batchItems.sampleId);
export const ofOpenItem = and(ofItem, isOpen);

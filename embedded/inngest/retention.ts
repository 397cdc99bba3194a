import type { Database } from "./database";

const rowsPerRound = 500;

/** Deletes runs with their steps and routed events that are older than `days`, and expired keys. */
export async function sweep(database: Database, days: number): Promise<{ runs: number; events: number }> {
  const runs = await inRounds(
    () => database`
      delete from runs where id in (
        select id from runs where finished_at < now() - make_interval(days => ${days}) limit ${rowsPerRound})`,
  );
  const events = await inRounds(
    () => database`
      delete from events where seq in (
        select seq from events where received_at < now() - make_interval(days => ${days})
          and routed_at is not null limit ${rowsPerRound})`,
  );
  await database`delete from idempotency where expires_at < now()`;
  await database`delete from event_dedupe where expires_at < now()`;
  await database`delete from throttles where next_start_at < now() - interval '1 day'`;
  return { runs, events };
}

/** Many short statements, so that a big sweep never holds up the queue. */
async function inRounds(deleteSome: () => PromiseLike<{ count: number }>): Promise<number> {
  let total = 0;
  for (;;) {
    const { count } = await deleteSome();
    total += count;
    if (count < rowsPerRound) return total;
  }
}

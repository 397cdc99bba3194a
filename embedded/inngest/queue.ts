import { SlotCount, type SlotLimits, type TakenSlot } from "./concurrency";
import type { Database, Queryable } from "./database";
import { ulid } from "./ulid";

/** One due call to the app, leased to this executor. */
export interface Call {
  id: string;
  run_id: string;
  function_id: string;
  /** `step` runs the function up to its next new step. Any other value is the hashed id of the step to run. */
  step_id: string;
  attempt: number;
  /** How often in a row the app was not reached, and how often the call broke off. Neither counts as an attempt. */
  misses: number;
  cuts: number;
  slots: string[];
}

const claimLock = 715_002;
const candidatesPerRound = 64;
const maxRounds = 40;

export async function enqueueCall(tx: Queryable, runId: string, stepId: string, dueAt?: Date): Promise<void> {
  await tx`
    insert into queue (id, run_id, function_id, step_id, slots, rank, available_at)
    select ${ulid()}, id, function_id, ${stepId}, slots, rank, coalesce(${dueAt ?? null}::timestamptz, now())
    from runs where id = ${runId}`;
}

/** The `stepId=step` call that follows a finished step or group. Skipped if one is already waiting. */
export async function enqueueDiscovery(tx: Queryable, runId: string): Promise<void> {
  const [queued] = await tx`
    select 1 from queue where run_id = ${runId} and step_id = 'step' and lease_owner is null`;
  if (!queued) await enqueueCall(tx, runId, "step");
}

export interface ClaimRequest {
  owner: string;
  leaseMs: number;
  /** Calls that this executor is still making. They continue even if their lease expires while Postgres is down. */
  inFlight: string[];
  room: number;
  limits: SlotLimits;
}

/**
 * Leases due calls, oldest run first, if every concurrency slot they need has room. Executors take turns, because the
 * count of taken slots must stay true until the lease is written.
 */
export async function claimCalls(database: Database, request: ClaimRequest): Promise<Call[]> {
  const { inFlight, room, limits } = request;
  return database.begin(async (tx) => {
    await tx`select pg_advisory_xact_lock(${claimLock})`;
    const count = new SlotCount(limits, await takenSlots(tx, inFlight));
    const chosen: Call[] = [];
    for (let round = 0; round < maxRounds && chosen.length < room; round++) {
      const candidates = await selectDue(tx, [...inFlight, ...chosen.map(({ id }) => id)], count);
      const fullBefore = count.full.length;
      for (const call of candidates) if (chosen.length < room && count.take(call)) chosen.push(call);
      if (count.full.length === fullBefore && candidates.length < candidatesPerRound) break;
    }
    return chosen.length === 0 ? [] : lease(tx, request, chosen);
  });
}

async function takenSlots(tx: Queryable, inFlight: string[]): Promise<TakenSlot[]> {
  return tx<TakenSlot>`
    select slot, function_id, place::int, count(*)::int as count
    from queue, unnest(slots) with ordinality as taken (slot, place)
    where lease_until >= now() or id = any(${inFlight}) group by slot, function_id, place`;
}

/** SQL skips calls that need a full slot, so that one person's backlog does not hide everyone else's calls. */
function selectDue(tx: Queryable, skip: string[], count: SlotCount): Promise<Call[]> {
  return tx<Call>`
    select id, run_id, function_id, step_id, attempt, misses, cuts, slots from queue
    where available_at <= now() and (lease_until is null or lease_until < now()) and id <> all(${skip})
      and not exists (
        select 1 from unnest(${count.full.map((full) => full.functionId)}::text[],
          ${count.full.map((full) => full.slot)}::text[]) as full_slot (function_id, slot)
        where full_slot.function_id = queue.function_id and full_slot.slot = any(queue.slots))
    order by rank, id limit ${candidatesPerRound}`;
}

/** Returns the chosen calls that still existed and were free when their lease was written. */
async function lease(tx: Queryable, { owner, leaseMs }: ClaimRequest, chosen: Call[]): Promise<Call[]> {
  const leased = await tx<{ id: string }>`
    update queue set lease_owner = ${owner}, lease_until = now() + make_interval(secs => ${leaseMs / 1000})
    where id in (
      select id from queue where id = any(${chosen.map(({ id }) => id)})
        and (lease_until is null or lease_until < now()) for update skip locked)
    returning id`;
  const ids = new Set(leased.map(({ id }) => id));
  return chosen.filter(({ id }) => ids.has(id));
}

/** Renews the leases of running calls. Skips rows that another transaction has locked. */
export async function renewLeases(tx: Queryable, owner: string, callIds: string[], leaseMs: number): Promise<void> {
  await tx`
    update queue set lease_until = now() + make_interval(secs => ${leaseMs / 1000})
    where id in (select id from queue where id = any(${callIds}) and lease_owner = ${owner} for update skip locked)`;
}

/** Returns every lease of an executor that stops, so that the next one need not wait for them to expire. */
export async function releaseLeases(tx: Queryable, owner: string): Promise<void> {
  await tx`update queue set lease_owner = null, lease_until = null where lease_owner = ${owner}`;
}

/** Whether this executor still holds the lease. The row stays locked until the transaction ends. */
export async function holdsLease(tx: Queryable, callId: string, owner: string): Promise<boolean> {
  const rows = await tx`select 1 from queue where id = ${callId} and lease_owner = ${owner} for update`;
  return rows.length > 0;
}

export async function deleteCall(tx: Queryable, callId: string): Promise<void> {
  await tx`delete from queue where id = ${callId}`;
}

/** Returns the lease and makes the call due again after a while, with the given counters. */
export async function postponeCall(
  tx: Queryable,
  callId: string,
  { attempt, misses, cuts, delayMs }: { attempt: number; misses: number; cuts: number; delayMs: number },
): Promise<void> {
  await tx`
    update queue set attempt = ${attempt}, misses = ${misses}, cuts = ${cuts}, lease_owner = null, lease_until = null,
      available_at = now() + make_interval(secs => ${delayMs / 1000})
    where id = ${callId}`;
}

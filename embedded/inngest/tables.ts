import type { Database } from "./database";

const schemaVersion = 1;
const migrationLock = 715_001;

/**
 * Creates or updates the schema `inngest_embedded`. JSON is stored as text: jsonb refuses U+0000 and would be parsed
 * and printed for nothing. Two executors that start at once take turns.
 */
export async function migrate(database: Database): Promise<void> {
  await database.begin(async (tx) => {
    await tx`select pg_advisory_xact_lock(${migrationLock})`;
    await tx`create schema if not exists inngest_embedded`;
    await tx`create table if not exists inngest_embedded.schema_version (version int not null)`;
    const [row] = await tx<{ version: number }>`select version from inngest_embedded.schema_version`;
    const installed = row?.version ?? 0;
    if (installed > schemaVersion) throw new Error(`the executor's tables have a newer version (${installed})`);
    if (installed === schemaVersion) return;
    await tx.script(version1);
    await tx`delete from inngest_embedded.schema_version`;
    await tx`insert into inngest_embedded.schema_version values (${schemaVersion})`;
  });
}

const version1 = `create table apps (
  name text primary key, url text not null, sdk text not null, checksum text not null,
  registered_at timestamptz not null default now()
);

create table functions (
  id text primary key, app text not null references apps, config text not null, removed_at timestamptz
);

create table crons (
  function_id text not null references functions, expression text not null, next_at timestamptz not null,
  primary key (function_id, expression)
);

-- Accepted events. One that has not been routed yet has had no effect.
create table events (
  seq bigint generated always as identity primary key,
  id text not null unique, name text not null, body text not null,
  received_at timestamptz not null default now(), routed_at timestamptz, routing_error text
);
create index events_unrouted on events (seq) where routed_at is null;
create index events_received on events (received_at);

create table event_dedupe (key text primary key, event_id text not null, expires_at timestamptz not null);
create index event_dedupe_expires on event_dedupe (expires_at);

create table runs (
  id text primary key, function_id text not null,
  status text not null check (status in ('queued', 'running', 'completed', 'failed', 'cancelled')),
  events text not null, slots text[] not null, rank timestamptz not null,
  singleton_key text, rate_key text, parallel boolean not null default false,
  created_at timestamptz not null default now(), started_at timestamptz, deadline_at timestamptz,
  finished_at timestamptz, result text
);
create index runs_unfinished on runs (function_id) where status in ('queued', 'running');
create index runs_deadline on runs (deadline_at) where status in ('queued', 'running');
create index runs_finished on runs (finished_at);
create index runs_rate on runs (function_id, rate_key, created_at) where rate_key is not null;
create index runs_status on runs (status, created_at);

-- One row for each step. Later calls get \`result\`, which is null while the step runs.
create table steps (
  run_id text not null references runs on delete cascade, id text not null, name text not null,
  op text not null, race boolean not null, result text, position int,
  primary key (run_id, id)
);

-- One row a call that the app is due. A leased row is being called and holds its concurrency slots.
create table queue (
  id text primary key, run_id text not null references runs on delete cascade, function_id text not null,
  step_id text not null, attempt int not null default 0, misses int not null default 0, cuts int not null default 0,
  slots text[] not null, rank timestamptz not null, available_at timestamptz not null,
  lease_owner text, lease_until timestamptz
);
create index queue_order on queue (rank, id);
create index queue_available on queue (available_at);
create index queue_run on queue (run_id);
create index queue_leased on queue (lease_until) where lease_until is not null;

-- What a run waits for other than a call: a time, an event, the end of an invoked run.
create table waits (
  run_id text not null references runs on delete cascade, step_id text not null,
  kind text not null check (kind in ('sleep', 'event', 'invoke')),
  event_name text, expression text, child_run_id text, due_at timestamptz,
  primary key (run_id, step_id)
);
create index waits_due on waits (due_at);
create index waits_event on waits (event_name) where event_name is not null;
create index waits_child on waits (child_run_id) where child_run_id is not null;

create table idempotency (
  function_id text not null, key text not null, run_id text not null, expires_at timestamptz not null,
  primary key (function_id, key)
);
create index idempotency_expires on idempotency (expires_at);

-- Events held back for a batch or a debounce.
create table batches (
  function_id text not null, kind text not null check (kind in ('batch', 'debounce')), key text not null,
  events text[] not null, opened_at timestamptz not null default now(), due_at timestamptz not null,
  primary key (function_id, kind, key)
);
create index batches_due on batches (due_at);

create table throttles (
  function_id text not null, key text not null, next_start_at timestamptz not null, primary key (function_id, key)
);
`;

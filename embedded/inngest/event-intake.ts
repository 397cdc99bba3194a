import { z } from "zod";
import { type Database, withRetry } from "./database";
import { type EventBody, reservedPrefix } from "./events";
import { ulid } from "./ulid";

const maxEvents = 5000;
const dedupeHours = 24;
// Long enough to wait out a Postgres restart instead of refusing events.
const intakePatienceMs = 2000;

const plainText = z
  .string()
  .min(1)
  .max(512)
  .refine((text) => !text.includes("\0"), "must not contain U+0000");

const eventSchema = z.looseObject({
  id: plainText.nullish(),
  name: plainText.refine((name) => !name.startsWith(reservedPrefix), `names under ${reservedPrefix} are reserved`),
  data: z.record(z.string(), z.unknown()).nullish(),
  ts: z.number().int().nonnegative().max(8.64e15).nullish(),
});
const payloadSchema = z.union([z.array(eventSchema).max(maxEvents), eventSchema.transform((event) => [event])]);

export type Intake = { ok: true; ids: string[] } | { ok: false; message: string };

interface Accepted {
  id: string;
  dedupeKey: string | null;
  body: EventBody;
}

/**
 * Stores each event once. An event whose `id` came before in the past 24 hours, or that belongs to a send that the SDK
 * repeats (same seed and place), gets the id of the first one as its answer.
 */
export async function takeEvents(database: Database, payload: unknown, seed: string | undefined): Promise<Intake> {
  const parsed = payloadSchema.safeParse(payload);
  if (!parsed.success) return { ok: false, message: z.prettifyError(parsed.error).slice(0, 500) };
  const accepted = parsed.data.map((event, index): Accepted => {
    const id = ulid();
    return { id, dedupeKey: dedupeKeyOf(event.id, seed, index), body: bodyOf(event, id) };
  });
  const ids = await withRetry(() => store(database, accepted), { limitMs: intakePatienceMs });
  return { ok: true, ids };
}

function dedupeKeyOf(id: string | null | undefined, seed: string | undefined, index: number): string | null {
  if (id) return `id:${id}`;
  return seed && seed.length <= 200 ? `seed:${seed}:${index}` : null;
}

function bodyOf(event: z.infer<typeof eventSchema>, id: string): EventBody {
  const body: EventBody = { id: event.id || id, name: event.name, data: event.data ?? {}, ts: event.ts ?? Date.now() };
  for (const field of ["user", "v", "meta"] as const) {
    if (event[field] !== undefined && event[field] !== null) body[field] = event[field];
  }
  return body;
}

async function store(database: Database, events: Accepted[]): Promise<string[]> {
  return database.begin(async (tx) => {
    const firstIds = new Map<string, string>();
    for (const { id, dedupeKey } of events) {
      if (dedupeKey && !firstIds.has(dedupeKey)) firstIds.set(dedupeKey, id);
    }
    // In key order, so that two senders of the same ids cannot deadlock.
    const keys = [...firstIds.keys()].sort();
    const owners = await tx<{ key: string; event_id: string }>`
      insert into event_dedupe (key, event_id, expires_at)
      select key, id, now() + make_interval(hours => ${dedupeHours})
      from unnest(${keys}::text[], ${keys.map((key) => firstIds.get(key) ?? "")}::text[]) as given (key, id)
      on conflict (key) do update set
        event_id = case when event_dedupe.expires_at < now() then excluded.event_id else event_dedupe.event_id end,
        expires_at = case when event_dedupe.expires_at < now() then excluded.expires_at else event_dedupe.expires_at end
      returning key, event_id`;
    const ownerOf = new Map(owners.map((row) => [row.key, row.event_id]));
    const fresh = events.filter(({ id, dedupeKey }) => !dedupeKey || ownerOf.get(dedupeKey) === id);
    await tx`
      insert into events (id, name, body)
      select id, name, body from unnest(
        ${fresh.map(({ id }) => id)}::text[],
        ${fresh.map(({ body }) => body.name)}::text[],
        ${fresh.map(({ body }) => JSON.stringify(body))}::text[]) with ordinality as given (id, name, body, place)
      order by place`;
    return events.map(({ id, dedupeKey }) => (dedupeKey ? (ownerOf.get(dedupeKey) ?? id) : id));
  });
}

import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { StereoBuffer } from "@/db/seed/stereo-buffer";
import { encodeWav } from "@/db/seed/wav";
import type { DuplicateGroup } from "@/lib/duplicates/schema";
import { type Person, startBackend } from "@/tests/factories/backend";
import { writeSamples } from "@/tests/factories/library";
import { until } from "@/tests/factories/until";

const backend = await startBackend();
const { call, data, sql } = backend;
const { deleteSamples, purgeSamples, restoreSamples } = await import("@/lib/samples/mutations");
const { recordingOf } = await import("@/lib/duplicates/data");
const { listWaiting, lookUpSample, lookUpSamples } = await import("@/lib/duplicates/jobs");
const { dismissDuplicates } = await import("@/lib/duplicates/mutations");
const { hasDuplicate } = await import("@/lib/samples/has-duplicate");
const { db } = await import("@/db/client");
const { samples } = await import("@/db/schema/samples");
const { eq } = await import("drizzle-orm");

interface Sound {
  seed: number;
  gain?: number;
  skipSeconds?: number;
}

/** A burst of noise that dies away: each seed is another recording. */
function burst({ seed, gain = 0.5, skipSeconds = 0 }: Sound): Uint8Array {
  const buffer = new StereoBuffer(0.6 - skipSeconds);
  let state = seed * 7919;
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 31 - 1;
  };
  const all = Float32Array.from({ length: 44_100 }, next);
  buffer.add(0, 0.6 - skipSeconds, (t) => {
    const at = t + skipSeconds;
    return (all[Math.round(at * 44_100)] ?? 0) * Math.exp(-at / 0.15);
  });
  return encodeWav(buffer.finish(gain * Math.exp(-skipSeconds / 0.15)));
}

async function upload(person: Person, sound: Sound): Promise<string> {
  const id = await backend.upload(person, burst(sound));
  await until(async () => (await sql`select from recording_prints where sample_id = ${id}`).length > 0, "the lookup");
  return id;
}

async function uploadAll(person: Person, sounds: readonly Sound[]): Promise<string[]> {
  const ids: string[] = [];
  for (const sound of sounds) ids.push(await upload(person, sound));
  return ids;
}

/** An upload of known bytes is refused, but two at the same time are not. */
async function pretendSameBytes(first: string, second: string): Promise<void> {
  for (const table of ["samples", "analyses"]) {
    const id = sql(table === "samples" ? "id" : "sample_id");
    await sql`update ${sql(table)} set sha256 = (select sha256 from samples where id = ${first}) where ${id} = ${second}`;
  }
  expect(await lookUpSample(second)).toBe("looked_up");
}

const groupsOf = (person: Person, id: string) =>
  data<DuplicateGroup[]>(call(person, `/api/v1/samples/${id}/duplicates`));
const list = (person: Person, query = "") => data<DuplicateGroup[]>(call(person, `/api/v1/duplicates${query}`));
const idsOf = (group: DuplicateGroup | undefined) => group?.members.map(({ id }) => id) ?? [];
const dismiss = (person: Person, ids: string[]) =>
  call(person, "/api/v1/duplicates/dismissals", { method: "POST", json: { ids } });
const isDuplicate = async (id: string) =>
  (await db().select({ is: hasDuplicate }).from(samples).where(eq(samples.id, id)))[0]?.is;

describe("duplicates", () => {
  it("are found as they come: the same bytes, and a quieter copy that lost its beginning", async () => {
    const ada = await backend.person();
    const first = await upload(ada, { seed: 1 });
    expect(await groupsOf(ada, first)).toEqual([]);
    const same = await upload(ada, { seed: 1, gain: 0.4 });
    await pretendSameBytes(first, same);
    const [bytes] = await groupsOf(ada, first);
    expect(bytes).toMatchObject({ kind: "bytes", size: 2 });
    const cut = await upload(ada, { seed: 1, gain: 0.25, skipSeconds: 0.2 });
    await upload(ada, { seed: 2 });
    const [group] = await list(ada);
    expect(group).toMatchObject({ id: bytes?.id, kind: "recording", size: 3, suggestion: { keep: first } });
    expect(idsOf(group)).toEqual([first, same, cut]);
    expect(await list(ada)).toHaveLength(1);
    expect(await list(ada, "?kind=bytes")).toEqual([]);
    expect(await data(call(ada, "/api/v1/duplicates/progress"))).toEqual({ lookedUp: 4, waiting: 0 });
    const told =
      await sql`select from live_events where payload ->> 'sampleId' = ${first} and payload ->> 'change' = 'duplicates'`;
    expect(told.length).toBeGreaterThan(0);
    expect([...(await recordingOf(ada.ctx.actor.id, [first, cut])).values()]).toEqual([group?.id, group?.id]);
  });

  it("stay right when one goes to the trash, comes back, or is gone for good", async () => {
    const ada = await backend.person();
    const ids = [await upload(ada, { seed: 3 }), await upload(ada, { seed: 3, gain: 0.4 })];
    const [one = "", other = ""] = ids;
    const [before] = await list(ada);
    await sql`delete from search_queue`;
    await deleteSamples(ada.ctx, { ids: [other] });
    const queued = await sql<{ id: string }[]>`select sample_id as id from search_queue`;
    expect(queued.map(({ id }) => id)).toContain(one);
    expect(await list(ada)).toEqual([]);
    expect(await groupsOf(ada, one)).toEqual([]);
    expect(await isDuplicate(one)).toBe(false);
    await restoreSamples(ada.ctx, { ids: [other] });
    expect(await list(ada)).toEqual([before]);
    expect(await isDuplicate(one)).toBe(true);
    await deleteSamples(ada.ctx, { ids: [other] });
    await purgeSamples(ada.ctx, { ids: [other] });
    expect(await list(ada)).toEqual([]);
    expect(await sql`select from recording_words where sample_id = ${other}`).toHaveLength(0);
  });

  it("of one recording, however many, are told to search once when they go together", async () => {
    const ada = await backend.person();
    const ids = await writeSamples(
      sql,
      ada.userId,
      Array.from({ length: 120 }, (_, at) => ({ fileName: `copy ${at}.wav` })),
    );
    const groupId = randomUUID();
    const rows = ids.map((sample_id) => ({ sample_id, level: "recording", owner_id: ada.userId, group_id: groupId }));
    await sql`insert into sample_duplicates ${sql(rows)}`;
    const queuedBy = async (change: Promise<unknown>) => {
      await change;
      return (await sql<{ id: string }[]>`delete from search_queue returning sample_id as id`).map(({ id }) => id);
    };
    const found = (await sql`select count(*)::int as count from sample_duplicates where group_id = ${groupId}`)[0];
    expect(found?.count).toBe(120);
    await sql`delete from search_queue`;
    const trashed = await queuedBy(deleteSamples(ada.ctx, { ids: ids.slice(1) }));
    expect(trashed.toSorted()).toEqual(ids.toSorted());
    const restored = await queuedBy(restoreSamples(ada.ctx, { ids: ids.slice(1) }));
    expect(new Set(restored)).toEqual(new Set(ids));
    expect(restored.length).toBeLessThanOrEqual(2 * ids.length);
    const [group] = await list(ada);
    expect(group).toMatchObject({ kind: "recording", size: 120, suggestion: { keep: ids[0] } });
  });

  it("can be dismissed for good, also if they are looked up again", async () => {
    const ada = await backend.person();
    const [a = "", b = "", c = ""] = await uploadAll(ada, [
      { seed: 4 },
      { seed: 4, gain: 0.4 },
      { seed: 4, gain: 0.3 },
    ]);
    expect((await dismiss(ada, [a, b])).status).toBe(204);
    expect((await dismiss(ada, [a, b])).status).toBe(204);
    const [group] = await list(ada);
    expect(idsOf(group)).toHaveLength(2);
    expect(idsOf(group)).toContain(c);
    await sql`update recording_prints set version = 0 where owner_id = ${ada.userId}`;
    expect((await listWaiting(1000)).filter((id) => [a, b, c].includes(id))).toHaveLength(3);
    expect(await lookUpSamples([a, b, c])).toBe(3);
    expect(await list(ada)).toEqual([group]);
  });

  it("are found in a library from before there were lookups, whose records have no print", async () => {
    const ada = await backend.person();
    const [a, b] = [await upload(ada, { seed: 5 }), await upload(ada, { seed: 5, gain: 0.3 })];
    const old = Buffer.from([2, 1, 2, 3, 4]).toString("base64");
    await sql`delete from recording_prints where owner_id = ${ada.userId}`;
    await sql`delete from duplicate_pairs where owner_id = ${ada.userId}`;
    await sql`delete from sample_duplicates where owner_id = ${ada.userId}`;
    await sql`update analyses set record = jsonb_set(record, '{fingerprint}', to_jsonb(${old}::text)) where sample_id in ${sql([a, b])}`;
    expect(await Promise.all([lookUpSample(a), lookUpSample(b)])).toEqual(["looked_up", "looked_up"]);
    expect(await lookUpSample(a)).toBe("already");
    expect(idsOf((await list(ada))[0])).toEqual([a, b].sort());
  });

  it("are nobody else's", async () => {
    const [ada, eve] = [await backend.person(), await backend.person("Eve")];
    const [mine, twin] = [await upload(ada, { seed: 6 }), await upload(ada, { seed: 6, gain: 0.4 })];
    const theirs = await upload(eve, { seed: 6 });
    expect(await list(eve)).toEqual([]);
    expect((await call(eve, `/api/v1/samples/${mine}/duplicates`)).status).toBe(404);
    expect((await dismiss(eve, [mine, twin])).status).toBe(404);
    expect(await dismissDuplicates(ada.ctx, { ids: [mine, theirs] })).toEqual({ ok: false, reason: "not_found" });
    expect((await recordingOf(eve.ctx.actor.id, [mine])).size).toBe(0);
    expect(await list(ada)).toHaveLength(1);
  });

  it("come in pages, whose cursors lead to every group once", async () => {
    const ada = await backend.person();
    for (const seed of [7, 8, 9]) for (const gain of [0.5, 0.4]) await upload(ada, { seed, gain });
    const seen: string[] = [];
    for (let cursor: string | null = ""; cursor !== null; ) {
      const answer = await call(ada, `/api/v1/duplicates?limit=2${cursor && `&cursor=${cursor}`}`);
      const body = (await answer.json()) as { data: DuplicateGroup[]; nextCursor: string | null };
      seen.push(...body.data.map(({ id }) => id));
      cursor = body.nextCursor;
    }
    expect(new Set(seen).size).toBe(3);
    expect(seen).toHaveLength(3);
    expect((await call(ada, "/api/v1/duplicates?cursor=made.up")).status).toBe(400);
  });
});

import { readFileSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { expect, it } from "vitest";
import { acidBass, breakbeat, electricKeys, houseDrums, trapDrums, warmPad } from "@/db/seed/patterns";
import { encodeWav } from "@/db/seed/wav";
import type { SampleDetail } from "@/lib/samples/schema";
import type { QuerySound } from "@/lib/similarity/query-sounds/schema";
import { ASPECT_DIMENSIONS, ASPECTS, type AspectWeights, EVEN_WEIGHTS } from "@/lib/similarity/schema";
import { type Person, startBackend } from "@/tests/factories/backend";
import { tone } from "@/tests/factories/sounds";
import { toneRecording, wav } from "@/tests/fixtures/container-files";

const backend = await startBackend();
const { call, data, sql } = backend;
const { findQuerySound } = await import("@/lib/similarity/query-sounds/data");
const { sweepQuerySounds } = await import("@/lib/similarity/query-sounds/jobs");
const { QUERY_SOUNDS_MAX, USUAL_WEIGHTS } = await import("@/lib/similarity/query-sounds/constants");
const { fromStoredVector, toStoredVector } = await import("@/lib/search-documents/stored-vector");

await sql`insert into feature_flags (name, enabled, roles) values ('similarity', true, '{}')`;
const ada = await backend.person("Ada", { role: "enterprise" });
const eve = await backend.person("Eve");
const library = await sampleLibrary();

/** Ada's samples by name. */
async function sampleLibrary(): Promise<Map<string, string>> {
  const sounds = { houseDrums, trapDrums, breakbeat, acidBass, electricKeys, warmPad };
  const begun = Object.entries(sounds).map(
    async ([name, sound]) => [name, await backend.upload(ada, encodeWav(sound()), `${name}.wav`)] as const,
  );
  const ids = new Map(await Promise.all(begun));
  for (const id of ids.values()) expect(await backend.settled(ada, id)).toMatchObject({ status: "completed" });
  return ids;
}

const hear = (person: Person, bytes: Uint8Array, source = "file") =>
  call(person, `/api/v1/search/sounds?source=${source}`, { method: "POST", body: Buffer.from(bytes) });
const hearRegion = (person: Person, sampleId: string, json: unknown) =>
  call(person, `/api/v1/samples/${sampleId}/search-sounds`, { method: "POST", json });
const heard = async (answer: Promise<Response>): Promise<QuerySound> => {
  expect((await answer).status).toBe(201);
  return data<QuerySound>(answer);
};
const refusal = async (answer: Promise<Response>) => {
  const body = (await (await answer).json()) as { status: number; code: string; detail?: string; failure?: string };
  return { status: body.status, code: body.code, ...(body.failure ? { failure: body.failure } : {}) };
};
const sampleNamed = (name: string) => library.get(name) ?? "";

/** Names of Ada's samples, the most similar first. */
async function ranking(id: string, weights: AspectWeights): Promise<string[]> {
  const found = await findQuerySound(ada.ctx.actor.id, id);
  const likeness = new Map<string, number>();
  for (const [name, sampleId] of library) {
    const { record } = await data<SampleDetail>(call(ada, `/api/v1/samples/${sampleId}`));
    if (!record?.embedding || !found) throw new Error("nothing to compare");
    likeness.set(name, weighted(found.vector, fromStoredVector(toStoredVector(record.embedding)), weights));
  }
  return [...likeness].sort((a, b) => b[1] - a[1]).map(([name]) => name);
}

function weighted(a: Float32Array, b: Float32Array, weights: AspectWeights): number {
  let at = 0;
  return ASPECTS.reduce((sum, aspect) => {
    const from = at;
    at += ASPECT_DIMENSIONS[aspect];
    const dot = a.slice(from, at).reduce((total, value, i) => total + value * (b[from + i] ?? 0), 0);
    return sum + weights[aspect] * dot;
  }, 0);
}

it("what a browser's microphone records finds the sample that was playing, whatever the aspects weigh", async () => {
  const before = await backend.objectKeys("");
  const recording = readFileSync("tests/fixtures/recordings/house-drums.webm");
  const sound = await heard(hear(ada, recording, "microphone"));
  expect(sound).toMatchObject({ source: "microphone", region: null, isCut: false, kind: "loop" });
  expect(sound.bpm).toBeCloseTo(124, 0);
  // A second of silence before and after it is gone.
  expect(sound.heardSeconds).toBeCloseTo(3.88, 1);
  expect(sound.weights).toEqual(USUAL_WEIGHTS.microphone);
  for (const weights of [EVEN_WEIGHTS, sound.weights, { timbre: 1, rhythm: 0, harmony: 0 }]) {
    expect((await ranking(sound.id, weights))[0]).toBe("houseDrums");
  }
  expect(await data<QuerySound>(call(ada, `/api/v1/search/sounds/${sound.id}`))).toEqual(sound);
  // The sound itself is nowhere.
  expect(await backend.objectKeys("")).toEqual(before);
  const folders = await readdir(tmpdir());
  expect(
    folders.filter((name) => name.startsWith("samplemind-analysis-") && name.includes(`-${process.pid}-`)),
  ).toEqual([]);
});

it("a file is heard like the sample with the same bytes, at any level", async () => {
  const loud = encodeWav(electricKeys());
  const quiet = Buffer.from(loud);
  for (let at = 44; at + 1 < quiet.length; at += 2) quiet.writeInt16LE(Math.round(quiet.readInt16LE(at) / 30), at);
  for (const bytes of [loud, quiet]) {
    const sound = await heard(hear(ada, bytes));
    expect(sound.weights).toEqual(EVEN_WEIGHTS);
    expect((await ranking(sound.id, EVEN_WEIGHTS))[0]).toBe("electricKeys");
  }
});

it("nobody else finds it, and after a day nobody", async () => {
  const { id } = await heard(hear(ada, tone(440)));
  expect((await call(eve, `/api/v1/search/sounds/${id}`)).status).toBe(404);
  expect(await findQuerySound(eve.ctx.actor.id, id)).toBeNull();
  await sql`update query_sounds set expires_at = now() - interval '1 second' where id = ${id}`;
  expect((await call(ada, `/api/v1/search/sounds/${id}`)).status).toBe(404);
  expect(await sweepQuerySounds()).toBe(1);
  expect(await sql`select id from query_sounds where id = ${id}`).toEqual([]);
});

const click = wav(toneRecording(0.005, 44_100, 1));

it.each<[string, () => Uint8Array, object]>([
  ["of 5 ms", () => click, { status: 422, code: "too_short_sound" }],
  ["of silence", () => silent(1), { status: 422, code: "silent_sound" }],
  ["that is nothing", () => new Uint8Array(0), { status: 422, code: "cannot_be_heard", failure: "empty_file" }],
  ["that is text", () => Buffer.from("la la la la la"), { status: 422, code: "cannot_be_heard", failure: "not_audio" }],
  [
    "in WebM without Opus",
    () => Buffer.concat([Buffer.from("1a45dfa3", "hex"), Buffer.alloc(5000, 7)]),
    { status: 422, code: "cannot_be_heard", failure: "unsupported_format" },
  ],
  ["of more than 16 MB", () => Buffer.alloc(16 * 1024 ** 2 + 1), { status: 413, code: "too_large" }],
])("a sound %s is refused, and says why", async (_, bytes, expected) => {
  expect(await refusal(hear(ada, bytes()))).toEqual(expected);
});

it("of an hour, the first minute is heard, and the answer says so", async () => {
  const sound = await heard(hear(ada, anHour()));
  expect(sound).toMatchObject({ isCut: true });
  expect(sound.heardSeconds).toBeCloseTo(60, 1);
});

it("a region is heard as what sounds in it", async () => {
  const parts = [pcm(encodeWav(houseDrums())), pcm(encodeWav(electricKeys()))];
  const at = (parts[0]?.length ?? 0) / (44_100 * 4);
  const id = await backend.upload(ada, stereo(Buffer.concat(parts)), "both.wav");
  await backend.settled(ada, id);
  const drums = await heard(hearRegion(ada, id, { startSeconds: 0, endSeconds: at }));
  expect(drums.region).toEqual({ sampleId: id, startSeconds: 0, endSeconds: at });
  expect((await ranking(drums.id, EVEN_WEIGHTS))[0]).toBe("houseDrums");
  // An end behind the sample's is its end.
  const keys = await heard(hearRegion(ada, id, { startSeconds: at, endSeconds: 9999 }));
  expect((await ranking(keys.id, EVEN_WEIGHTS))[0]).toBe("electricKeys");
  expect(keys.region?.endSeconds).toBeLessThan(100);
});

it("a region that is none is refused, and so is another person's sample", async () => {
  const id = sampleNamed("houseDrums");
  const region = { startSeconds: 0, endSeconds: 1 };
  expect(await refusal(hearRegion(eve, id, region))).toMatchObject({ status: 404 });
  expect(await refusal(hearRegion(ada, id, { startSeconds: 2, endSeconds: 1 }))).toMatchObject({ status: 400 });
  expect(await refusal(hearRegion(ada, id, { startSeconds: -1, endSeconds: 1 }))).toMatchObject({ status: 400 });
  expect(await refusal(hearRegion(ada, id, { startSeconds: null, endSeconds: 1 }))).toMatchObject({ status: 400 });
  expect(await refusal(hearRegion(ada, id, { startSeconds: 500, endSeconds: 501 }))).toMatchObject({
    status: 422,
    code: "behind_the_end",
  });
  expect(await refusal(hearRegion(ada, id, { startSeconds: 0, endSeconds: 0.004 }))).toMatchObject({
    code: "too_short_sound",
  });
  await sql`update samples set original_missing_at = now() where id = ${id}`;
  expect(await refusal(hearRegion(ada, id, region))).toMatchObject({ status: 409, code: "no_original" });
  await sql`update samples set original_missing_at = null where id = ${id}`;
});

it("a person keeps so many, and the oldest go", async () => {
  const { id } = await heard(hear(eve, tone(220)));
  await sql`
    insert into query_sounds (id, owner_id, source, vector, facts, created_at, expires_at)
    select gen_random_uuid(), owner_id, source, vector, facts, now() + interval '1 second' * n, expires_at
    from query_sounds, generate_series(1, ${QUERY_SOUNDS_MAX}) n where id = ${id}`;
  await sql`update query_sounds set created_at = created_at - interval '1 hour' where owner_id = ${eve.userId}`;
  const latest = await heard(hear(eve, tone(230)));
  expect((await call(eve, `/api/v1/search/sounds/${id}`)).status).toBe(404);
  expect((await call(eve, `/api/v1/search/sounds/${latest.id}`)).status).toBe(200);
  const [row] = await sql`select count(*)::int as count from query_sounds where owner_id = ${eve.userId}`;
  expect(row?.count).toBe(QUERY_SOUNDS_MAX);
});

it("needs the permission and the feature", async () => {
  const post = { method: "POST", body: Buffer.from(tone(300)) };
  const narrow = await backend.apiKey(ada, { scopes: ["samples:read"] });
  expect((await backend.callWithKey(narrow.secret, "/api/v1/search/sounds", post)).status).toBe(403);
  const wide = await backend.apiKey(ada, { scopes: ["search:similarity"] });
  expect((await backend.callWithKey(wide.secret, "/api/v1/search/sounds", post)).status).toBe(201);
  const { forgetFlags } = await import("@/lib/flags/data");
  await sql`insert into feature_flag_overrides (flag, user_id, enabled) values ('similarity', ${eve.userId}, false)`;
  forgetFlags();
  expect(await refusal(hear(eve, tone(310)))).toEqual({ status: 403, code: "feature_off" });
});

/** The samples of a WAV file of the seed. */
const pcm = (bytes: Uint8Array) => Buffer.from(bytes.slice(44));

function stereo(samples: Buffer): Buffer {
  const head = Buffer.from(encodeWav(houseDrums()).slice(0, 44));
  head.writeUInt32LE(samples.length + 36, 4);
  head.writeUInt32LE(samples.length, 40);
  return Buffer.concat([head, samples]);
}

const silent = (seconds: number) => stereo(Buffer.alloc(44_100 * 4 * seconds));

/** An hour of a tone, 8 bits at 4 kHz: 14.4 MB. */
function anHour(): Buffer {
  const samples = Buffer.alloc(4000 * 3600, Buffer.from([128, 255, 128, 1, 200, 60]));
  const head = Buffer.from(encodeWav(houseDrums()).slice(0, 44));
  head.writeUInt32LE(samples.length + 36, 4);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(4000, 24);
  head.writeUInt32LE(4000, 28);
  head.writeUInt16LE(1, 32);
  head.writeUInt16LE(8, 34);
  head.writeUInt32LE(samples.length, 40);
  return Buffer.concat([head, samples]);
}

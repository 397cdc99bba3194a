import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { longSubBass, warmPad } from "@/db/seed/patterns";
import { encodeWav } from "@/db/seed/wav";
import type { SampleDetail, SampleRow } from "@/lib/samples/schema";
import { type Person, startBackend } from "@/tests/factories/backend";
import { tone } from "@/tests/factories/sounds";
import { ZipContents } from "@/tests/fixtures/zip-file";

const backend = await startBackend();
const { call, data, sql } = backend;
const { archiveOf } = await import("@/lib/privacy/exports/archive");

const { renewTags } = await import("@/lib/pipeline/analyses/jobs");

const MIGRATION = "db/migrations/0008_sound_columns.sql";
const LEVEL_MIGRATION = "db/migrations/0014_ungated_level.sql";

let person: Person;
let bass: string;
let pad: string;

const detail = (id: string) => data<SampleDetail>(call(person, `/api/v1/samples/${id}`));
const rowOf = async (id: string) => (await data<SampleRow[]>(call(person, `/api/v1/samples?ids=${id}`))).at(0);
const features = async (id: string) => (await call(person, `/api/v1/samples/${id}/features`)).json();

beforeAll(async () => {
  person = await backend.person();
  bass = await backend.upload(person, encodeWav(longSubBass()), "808.wav");
  pad = await backend.upload(person, encodeWav(warmPad()), "pad.wav");
  for (const id of [bass, pad]) await backend.settled(person, id);
});

describe("key or note", () => {
  it("a single sound has the same note and no key in the list, the record and the API", async () => {
    const row = await rowOf(bass);
    expect(row).toMatchObject({ note: "F1", keyTonic: null, keyMode: null, keyConfidence: null, kind: "one-shot" });
    const { record, ...sample } = await detail(bass);
    expect(sample).toMatchObject({ note: "F1", keyTonic: null });
    expect(record).toMatchObject({ key: null, keyChanges: null, chords: null, pitch: { note: "F1" } });
    expect(record?.tags).toEqual(row?.tags);
    expect(row?.tags).not.toContain("major");
  });

  it("chords in a row have their key everywhere", async () => {
    expect(await rowOf(pad)).toMatchObject({ note: null, keyTonic: 1, keyMode: "major" });
    expect((await detail(pad)).record?.key).toMatchObject({ tonic: "C#", mode: "major" });
  });

  it("what an earlier analyser stored follows the same rule: after the migration, on the page and in the export", async () => {
    const [{ record } = {}] = await sql`select record from analyses where sample_id = ${pad}`;
    const key = { ...record.key, tonic: "D", mode: "major" };
    const old = { ...record, key, chords: record.chords, kind: { label: "one-shot", confidence: 0.9 } };
    const stored = { ...old, tags: ["one-shot", "kick", "major"], description: "A dark kick in D major, 1.0 s long." };
    await sql`update analyses set record = ${sql.json(stored)}, note = null, kind = null, tags = '{}', key_tonic = 2,
      key_mode = 'major', key_confidence = 0.8 where sample_id = ${pad}`;
    const updates = readFileSync(MIGRATION, "utf8").split("--> statement-breakpoint").slice(-2);
    for (const update of updates) await sql.unsafe(update);

    const expected = { note: null, keyTonic: null, keyMode: null, kind: "one-shot", tags: ["one-shot", "kick"] };
    expect(await rowOf(pad)).toMatchObject(expected);
    const shown = { key: null, chords: null, tags: ["one-shot", "kick"], description: "A dark kick, 1.0 s long." };
    expect((await detail(pad)).record).toMatchObject(shown);
    expect(await features(pad)).toMatchObject(shown);
    expect(await rowOf(bass)).toMatchObject({ note: "F1", kind: "one-shot" });
    expect((await exported()).find(({ id }) => id === pad)).toMatchObject({ ...expected, record: shown });
  });
});

describe("what else an earlier analyser stored", () => {
  it("claims no more than the present rule allows: on the page, in the API and export, and in the list after the sweep", async () => {
    const [{ record } = {}] = await sql`select record from analyses where sample_id = ${bass}`;
    const guess = { kind: { label: "one-shot", confidence: 0.4 }, moods: [{ label: "calm", confidence: 0.4 }] };
    const words = { tags: ["one-shot", "noisy", "calm"], description: "A noisy, calm hit, 2.0 s long." };
    const old = { ...record, ...guess, ...words, analyserVersion: "1.5.0" };
    await sql`update analyses set record = ${sql.json(old)}, tags = ${words.tags}, words_version = 0
      where sample_id = ${bass}`;

    const { record: shown, tags } = await detail(bass);
    for (const word of words.tags) expect(tags).not.toContain(word);
    expect(shown?.tags).toEqual(tags);
    expect(shown?.description).toMatch(/^An? .*sound/);
    expect(shown?.description).not.toMatch(/noisy|calm/);
    expect(await features(bass)).toMatchObject({ tags, description: shown?.description });
    expect((await exported()).find(({ id }) => id === bass)).toMatchObject({ tags, record: { tags } });

    expect(await renewTags(500)).toBe(1);
    expect((await rowOf(bass))?.tags).toEqual(tags);
    expect(await renewTags(500)).toBe(0);
  });
});

describe("a sound too short for the standard's loudness", () => {
  it("has a level in the list, in the export and, from an earlier version, after the migration", async () => {
    const id = await backend.upload(person, tone(440, 0.3), "blip.wav");
    await backend.settled(person, id);
    const level = (await detail(id)).record?.loudness.ungatedLufs;
    const expected = { integratedLufs: null, ungatedLufs: level };
    expect(level).toBeLessThan(0);
    expect(await rowOf(id)).toMatchObject(expected);
    expect((await exported()).find((sample) => sample.id === id)).toMatchObject(expected);

    await sql`update analyses set ungated_lufs = null where sample_id = ${id}`;
    await sql.unsafe(readFileSync(LEVEL_MIGRATION, "utf8").split("--> statement-breakpoint").at(-1) ?? "");
    expect(await rowOf(id)).toMatchObject(expected);
    expect((await rowOf(pad))?.ungatedLufs).toBeNull();
  });
});

async function exported(): Promise<SampleDetail[]> {
  const chunks: Buffer[] = [];
  for await (const chunk of archiveOf(person.userId)) chunks.push(chunk);
  return new ZipContents(Buffer.concat(chunks)).json<SampleDetail[]>("samples.json");
}

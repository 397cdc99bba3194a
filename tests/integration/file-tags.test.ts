import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import type { SampleDetail } from "@/lib/samples/schema";
import { type Person, startBackend } from "@/tests/factories/backend";
import { until } from "@/tests/factories/until";
import { chunk, toneRecording, wav } from "@/tests/fixtures/container-files";
import * as tagged from "@/tests/fixtures/tagged-files";
import { ZipContents } from "@/tests/fixtures/zip-file";

const backend = await startBackend();
const { call, sql } = backend;
const { purgeSample } = await import("@/lib/samples/jobs");
const { findNamed } = await import("@/lib/objects/lookups");
const { archiveOf } = await import("@/lib/privacy/exports/archive");
const { deleteDueObjects } = await import("@/lib/objects/jobs");
const { findUntagged, readTagsOf } = await import("@/lib/pipeline/steps/read-file-tags");

/** A short tone with tags; `hz` makes its bytes differ from others. */
function song(hz: number, frames: readonly Buffer[]): Buffer {
  const id3 = chunk("id3 ", tagged.id3v2(frames));
  return wav(toneRecording(1, 44_100, 1, hz), { before: [id3, tagged.acid({ beats: 4, bpm: 120 })] });
}

const shown = (person: Person, id: string) => backend.data<SampleDetail>(call(person, `/api/v1/samples/${id}`));
const covers = (bytes: Buffer) =>
  backend.objectKeys(`artefacts/${createHash("sha256").update(bytes).digest("hex")}/cover/`);

async function uploaded(person: Person, bytes: Buffer, name: string): Promise<string> {
  const id = await backend.upload(person, bytes, name);
  expect(await backend.settled(person, id)).toMatchObject({ status: "completed" });
  return id;
}

async function removed(id: string) {
  await sql`update samples set deleted_at = now() - interval '1 day' where id = ${id}`;
  expect(await purgeSample(id)).toEqual({ purged: true });
}

const title = tagged.id3Text("TIT2", "Night drive");

it("a file's tags and cover are read, shown to its owner, shared by its bytes, and go with the last sample", async () => {
  const [ada, eve] = [await backend.person(), await backend.person()];
  const bytes = song(440, [title, tagged.id3Text("TKEY", "Gm"), tagged.id3Picture(tagged.greyPng(600))]);
  const first = await uploaded(ada, bytes, "Night_drive_Fm_122.wav");
  const sample = await shown(ada, first);
  expect(sample.fileTags).toMatchObject({ title: "Night drive", bpm: 120, beats: 4, key: { tonic: 7, mode: "minor" } });
  expect(sample.nameFacts).toEqual({ bpm: 122, key: { tonic: 5, mode: "minor" }, kind: null });

  const cover = await call(ada, sample.coverUrl ?? "");
  expect(cover.headers.get("content-type")).toBe("image/webp");
  expect(cover.headers.get("cache-control")).toContain("immutable");
  expect(Buffer.from(await cover.arrayBuffer()).toString("latin1", 8, 12)).toBe("WEBP");
  expect((await call(eve, sample.coverUrl ?? "")).status).toBe(404);

  const features = await (await call(ada, `/api/v1/samples/${first}/features`)).json();
  expect(features).toMatchObject({ fileTags: { title: "Night drive" }, corrections: { bpm: null } });

  const second = await uploaded(eve, bytes, "again.wav");
  expect((await shown(eve, second)).fileTags).toEqual(sample.fileTags);
  const keys = await covers(bytes);
  expect(keys).toHaveLength(1);
  // The sweep of storage keeps what a row names.
  expect(await findNamed(keys)).toEqual(new Set(keys));
  await removed(first);
  expect(await covers(bytes)).toEqual(keys);
  await removed(second);
  expect(await covers(bytes)).toEqual([]);
});

it("a sample from before tags were read is read in the background, and again by a newer reader", async () => {
  const person = await backend.person();
  const bytes = song(330, [title, tagged.id3Picture(tagged.greyPng(16))]);
  const id = await uploaded(person, bytes, "old.wav");
  const [before] = await covers(bytes);
  await sql`update file_tags set reader_version = 0, title = 'as an older reader read it' where sample_id = ${id}`;
  // The sweep of the running executor may be first.
  await until(async () => {
    await readTagsOf(await findUntagged(10));
    return (await shown(person, id)).fileTags?.title === "Night drive";
  }, "tags by the new reader");
  const told = await sql`
    select from live_events where payload ->> 'sampleId' = ${id} and payload ->> 'change' = 'values'`;
  expect(told).toHaveLength(1);
  const after = (await shown(person, id)).coverUrl;
  expect((await call(person, after ?? "")).status).toBe(200);
  await deleteDueObjects(100);
  const kept = await covers(bytes);
  expect(kept).toHaveLength(1);
  expect(kept).not.toContain(before);
  expect(await findUntagged(10)).toEqual([]);
});

it("a cover that is a bomb is left out, and the analysis and the other tags stay", async () => {
  const person = await backend.person();
  const bytes = song(550, [title, tagged.id3Picture(tagged.greyPng(8, 60_000))]);
  const sample = await shown(person, await uploaded(person, bytes, "bomb.wav"));
  expect(sample).toMatchObject({ coverUrl: null, fileTags: { title: "Night drive", notes: ["cover_left_out"] } });
  expect((await call(person, `/api/v1/samples/${sample.id}/cover`)).status).toBe(404);
  expect(sample.record?.durationSeconds).toBeCloseTo(1, 1);
});

it("tags are part of a person's export", async () => {
  const person = await backend.person();
  await uploaded(person, song(660, [title]), "mine.wav");
  const pieces: Buffer[] = [];
  for await (const piece of archiveOf(person.userId)) pieces.push(piece);
  const archive = new ZipContents(Buffer.concat(pieces));
  const [sample] = archive.json<{ fileTags: object }[]>("samples.json");
  expect(sample?.fileTags).toMatchObject({ title: "Night drive", bpm: 120 });
  expect(sample?.fileTags).not.toHaveProperty("coverKey");
  const [head, row] = archive
    .text("samples.csv")
    .split("\r\n")
    .map((line) => line.split(","));
  expect([row?.[head?.indexOf("file_title") ?? -1], row?.[head?.indexOf("file_bpm") ?? -1]]).toEqual([
    "Night drive",
    "120",
  ]);
});

import { describe, expect, it } from "vitest";
import { memorySource } from "@/lib/analysis/decode/containers/byte-source";
import { TagText } from "@/lib/analysis/file-tags/tag-text";
import { readWavChunks } from "@/lib/analysis/file-tags/wav-chunks";
import type { Slice } from "@/lib/slices/schema";
import { type Person, startBackend } from "@/tests/factories/backend";
import { wavFile } from "@/tests/fixtures/wav-file";
import { ZipContents } from "@/tests/fixtures/zip-file";

const backend = await startBackend();
const { call, data, sql } = backend;
const ada = await backend.person("Ada");
const eve = await backend.person("Eve");

const RATE = 44_100;
/** Three decaying tones with silence between them. */
const STRIP = wavFile({
  channels: 1,
  frames: 3 * RATE,
  sample: (frame) => {
    const at = (frame % RATE) / RATE;
    const hz = 200 + 100 * Math.floor(frame / RATE);
    return at < 0.4 ? 0.6 * Math.exp(-at * 6) * Math.sin(2 * Math.PI * hz * at) : 0;
  },
});

const path = (id: string, rest = "") => `/api/v1/samples/${id}/slices${rest}`;
const save = (person: Person, id: string, slices: object[]) =>
  call(person, path(id), { method: "PATCH", json: { slices } });
const list = (person: Person, id: string) => data<Slice[]>(call(person, path(id)));
const make = (person: Person, id: string, sliceIds: string[]) =>
  call(person, path(id, "/samples"), { method: "POST", json: { sliceIds } });
const named = (name: string, startSeconds: number, endSeconds: number) => ({ name, startSeconds, endSeconds });

const strip = await backend.upload(ada, STRIP, "strip.wav");
expect(await backend.settled(ada, strip)).toMatchObject({ status: "completed" });

describe("slices", () => {
  it("are offered where the sounds are, and stored as they were last", async () => {
    const offers = await data<{ startSeconds: number; endSeconds: number }[]>(
      call(ada, path(strip, "/offers?at=silence")),
    );
    expect(offers.map(({ startSeconds }) => Math.round(startSeconds * 10) / 10)).toEqual([0, 1, 2]);
    for (const { startSeconds, endSeconds } of offers) expect(endSeconds - startSeconds).toBeLessThan(0.6);
    expect((await save(ada, strip, [named("a", 0, 1)])).status).toBe(204);
    expect(
      (
        await save(
          ada,
          strip,
          offers.map((offer, index) => ({ name: `hit ${index}`, ...offer })),
        )
      ).status,
    ).toBe(204);
    expect((await list(ada, strip)).map(({ name }) => name)).toEqual(["hit 0", "hit 1", "hit 2"]);
  });

  it("are refused backwards, and to anybody else", async () => {
    expect((await save(ada, strip, [named("a", 1, 1)])).status).toBe(400);
    expect((await save(eve, strip, [named("a", 0, 1)])).status).toBe(404);
    for (const rest of ["", "/offers", "/archive", "/cues"])
      expect((await call(eve, path(strip, rest))).status).toBe(404);
    expect(await list(ada, strip)).toHaveLength(3);
  });

  it("are exported apart, and as one WAV with named cue points", async () => {
    const zip = new ZipContents(new Uint8Array(await (await call(ada, path(strip, "/archive"))).arrayBuffer()));
    expect(zip.paths).toEqual(["strip 1 hit 0.wav", "strip 2 hit 1.wav", "strip 3 hit 2.wav"]);
    const bytes = Buffer.from(await (await call(ada, path(strip, "/cues"))).arrayBuffer());
    const chunks = readWavChunks(memorySource(bytes), new TagText());
    expect(chunks?.cues.map(({ label }) => label)).toEqual(["hit 0", "hit 1", "hit 2"]);
    expect(chunks?.cues[1]?.seconds).toBeCloseTo(1, 1);
    // All of the sound is there as it was.
    expect(bytes.subarray(44, STRIP.length).equals(STRIP.subarray(44))).toBe(true);
  });

  it("become samples once, which are analysed and remember where they are from", async () => {
    const ids = (await list(ada, strip)).map(({ id }) => id);
    const answers = await Promise.all([make(ada, strip, ids.slice(0, 2)), make(ada, strip, ids.slice(0, 2))]);
    const made = await Promise.all(
      answers.map(async (answer) => ((await answer.json()) as { data: { result: string; sampleId: string }[] }).data),
    );
    expect(
      made
        .flat()
        .map(({ result }) => result)
        .sort(),
    ).toEqual(["exists", "exists", "made", "made"]);
    const [first = "", second = ""] = new Set(made.flat().map(({ sampleId }) => sampleId));
    expect(await backend.settled(ada, first)).toMatchObject({ status: "completed", fileName: "strip hit 0.wav" });
    const slices = await list(ada, strip);
    expect(slices.map(({ madeSampleId }) => madeSampleId)).toEqual([first, second, null]);
    const origin = { parent_id: strip, start_seconds: slices[0]?.startSeconds, end_seconds: slices[0]?.endSeconds };
    expect(
      await sql`select parent_id, start_seconds, end_seconds from sample_origins where sample_id = ${first}`,
    ).toEqual([origin]);
    const [again] = await data<{ result: string; sampleId: string }[]>(make(ada, strip, ids.slice(0, 1)));
    expect(again).toMatchObject({ result: "exists", sampleId: first });
    expect(await data(make(ada, strip, [crypto.randomUUID()]))).toMatchObject([{ result: "not_found" }]);
    expect((await make(eve, strip, ids)).status).toBe(404);
  });

  it("go with their sample; what was made of them stays", async () => {
    const [row] = await sql`select sample_id from sample_origins limit 1`;
    await sql`delete from samples where id = ${strip}`;
    expect(await sql`select from slices where sample_id = ${strip}`).toHaveLength(0);
    expect(await sql`select from samples where id = ${row?.sample_id}`).toHaveLength(1);
  });
});

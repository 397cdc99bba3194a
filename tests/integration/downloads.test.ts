import { createHash, randomUUID } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readEmbeddedTags } from "@/lib/analysis/file-tags/embedded-tags";
import { FlacWriter } from "@/lib/analysis/playable/flac-writer";
import type { AnalysisRecord } from "@/lib/analysis/record/schema";
import { decodeWindow, hasSamples } from "@/lib/waveforms/window-format";
import { type Person, startBackend } from "@/tests/factories/backend";
import { writeSamples } from "@/tests/factories/library";
import { wavFile } from "@/tests/fixtures/wav-file";
import { ZipContents } from "@/tests/fixtures/zip-file";

const backend = await startBackend({ jobs: false });
const { call, sql } = backend;
const { putObject } = await import("@/lib/platform/s3");
const { indexSamples } = await import("@/lib/search-documents/jobs");
const { getObjectStream } = await import("@/lib/platform/s3");

const ada = await backend.person("Ada");
const eve = await backend.person("Eve");
const folder = mkdtempSync(join(tmpdir(), "downloads-test-"));

const SECONDS = 2;
const RECORD = {
  ...{ container: "wav", codec: "pcm_s24le", sampleRateHz: 44_100, channels: 2 },
  ...{ tempo: { bpm: 120, confidence: 0.9, alternatives: [] }, beats: [0, 0.5, 1, 1.5], loudness: { rangeLu: 3.5 } },
} as unknown as AnalysisRecord;

/** A sample with a file in storage; without a file if `bytes` is null. */
async function stored(
  person: Person,
  fileName: string,
  bytes: Uint8Array | null,
  wanted: object = {},
): Promise<string> {
  const [id = ""] = await writeSamples(sql, person.userId, [
    { fileName, seconds: SECONDS, bpm: 120, key: [6, "minor"], kind: "loop", record: RECORD, ...wanted },
  ]);
  const sizeBytes = bytes?.length ?? 1000;
  if (bytes) await putObject(`originals/${id}`, bytes, { contentType: "audio/wav" });
  await sql`update samples set object_key = ${`originals/${id}`}, size_bytes = ${sizeBytes} where id = ${id}`;
  await indexSamples([id]);
  return id;
}

const sine = (hz: number) =>
  wavFile({
    format: "s24",
    frames: SECONDS * 44_100,
    sample: (frame) => 0.5 * Math.sin((2 * Math.PI * hz * frame) / 44_100),
  });
const bytesOf = async (answer: Response) => Buffer.from(await answer.arrayBuffer());
const archiveOf = (person: Person, json: object) => call(person, "/api/v1/downloads/archive", { method: "POST", json });
const zipOf = async (answer: Response) => new ZipContents(await bytesOf(answer));
const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
const codeOf = async (answer: Response) => ((await answer.json()) as { code: string }).code;

const original = sine(110);
const loop = await stored(ada, "Night.wav", original, { folderPath: "loops", tags: ["dub"] });
const twin = await stored(ada, "night.WAV", sine(220), { folderPath: "loops" });
const formula = await stored(ada, '=HYPERLINK("x"),1.wav', sine(330), { folderPath: "Überall" });
const lost = await stored(ada, "lost.wav", null);
const hers = await stored(eve, "hers.wav", sine(440));

describe("a table", () => {
  it("has the values that count, whose they are, and what was measured", async () => {
    await call(ada, `/api/v1/samples/${loop}/corrections`, { method: "PATCH", json: { bpm: 128 } });
    const answer = await call(ada, "/api/v1/downloads/table?q=dub");
    expect(answer.headers.get("content-disposition")).toMatch(/attachment; filename="samples .*\.csv"/);
    const bytes = await bytesOf(answer);
    // Excel knows by these three bytes that it is UTF-8.
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const [head = "", line = "", ...rest] = bytes.toString().slice(1).split("\r\n");
    const cells = Object.fromEntries(head.split(",").map((name, index) => [name, line.split(",")[index]]));
    expect(rest).toEqual([""]);
    expect(cells).toMatchObject({
      ...{ id: loop, file_name: "Night.wav", folder: "loops", bpm: "128", bpm_from: "Ada", bpm_measured: "120" },
      ...{
        key: "F# minor",
        key_camelot: "11A",
        key_from: "measured",
        kind: "loop",
        tags: "dub",
        loudness_range_lu: "3.5",
      },
    });
    await call(ada, `/api/v1/samples/${loop}/corrections`, { method: "PATCH", json: { bpm: "measured" } });
  });

  it("runs no formula, and holds nobody else's samples", async () => {
    const json = { selection: { ids: [formula, hers, loop] }, format: "csv" };
    const text = await (await call(ada, "/api/v1/downloads/table", { method: "POST", json })).text();
    expect(text).toContain(`,"'=HYPERLINK(""x""),1.wav",Überall,`);
    expect(text.split("\r\n")).toHaveLength(4);
    expect(text).not.toContain("hers");
  });

  it("is one array of JSON, also of nothing", async () => {
    const answer = await call(ada, "/api/v1/downloads/table?format=json");
    const rows = (await answer.json()) as { id: string; measured: AnalysisRecord }[];
    expect(rows.map(({ id }) => id)).toEqual([lost, formula, twin, loop]);
    expect(rows[0]?.measured.tempo?.bpm).toBe(120);
    expect(await (await call(ada, "/api/v1/downloads/table?format=json&q=nothingatall")).json()).toEqual([]);
  });

  it("comes from a form, which needs the page's own origin", async () => {
    const body = new URLSearchParams({
      json: JSON.stringify({ selection: { query: "", except: [loop] }, format: "json" }),
    });
    const answer = await call(ada, "/api/v1/downloads/table", { method: "POST", body });
    expect(((await answer.json()) as unknown[]).length).toBe(3);
    const headers = { origin: "https://elsewhere.example" };
    expect((await call(ada, "/api/v1/downloads/table", { method: "POST", body, headers })).status).toBe(403);
  });

  it("stops when its reader goes, and gives the place back", async () => {
    // More than sockets hold: a smaller archive is sent whole to a reader that does not read.
    const long = await stored(eve, "long.wav", new Uint8Array(32 * 1024 * 1024));
    const opened = Array.from({ length: 3 }, async () => {
      const abort = new AbortController();
      const answer = await call(eve, "/api/v1/downloads/archive", {
        method: "POST",
        json: { selection: { query: "" } },
        signal: abort.signal,
      });
      return { answer, abort };
    });
    const streams = await Promise.all(opened);
    expect(streams.map(({ answer }) => answer.status)).toEqual([200, 200, 200]);
    expect(await codeOf(await call(eve, "/api/v1/downloads/table"))).toBe("too_many_downloads");
    // Copies of single samples have places of their own, as many as they are.
    const copies = Array.from({ length: 7 }, async () => {
      const abort = new AbortController();
      return { answer: await call(eve, `/api/v1/samples/${long}/copy`, { signal: abort.signal }), abort };
    });
    const copied = await Promise.all(copies);
    expect(copied.map(({ answer }) => answer.status).sort()).toEqual([...Array(6).fill(200), 429]);
    for (const { abort } of [...streams, ...copied]) abort.abort();
    await expect.poll(async () => (await call(eve, "/api/v1/downloads/table")).status).toBe(200);
    await expect.poll(async () => (await call(eve, `/api/v1/samples/${long}/copy`)).status).toBe(200);
  });
});

describe("an archive", () => {
  it("has the originals unchanged, in their folders, and names what is missing", async () => {
    await sql`update samples set licence = 'cc-by' where id = ${loop}`;
    const zip = await zipOf(await archiveOf(ada, { selection: { query: "" } }));
    const names = ["ATTRIBUTION.txt", "loops/Night (2).wav", "loops/night.WAV", "Überall/=HYPERLINK(_x_),1.wav"];
    expect(zip.paths).toEqual(names.sort());
    expect(sha256(zip.bytes("loops/Night (2).wav"))).toBe(sha256(original));
    const text = zip.text("ATTRIBUTION.txt");
    expect(text).toContain("3 files, 1 file missing");
    expect(text).toContain("lost.wav: The original is not in storage any more.");
    expect(text).toContain("Folder: loops");
    expect(text).toContain("Licence: CC BY 4.0");
  });

  it("has copies with tags under names that say tempo and key", async () => {
    const options = { withTags: true, naming: "labelled", keepFolders: false };
    const zip = await zipOf(await archiveOf(ada, { selection: { ids: [loop] }, ...options }));
    expect(zip.paths).toEqual(["ATTRIBUTION.txt", "Night_120bpm_F#m.wav"]);
    const path = join(folder, "tagged.wav");
    const copy = Buffer.from(zip.bytes("Night_120bpm_F#m.wav"));
    writeFileSync(path, copy);
    expect((await readEmbeddedTags(path)).tags).toMatchObject({
      ...{ bpm: 120, key: { tonic: 6, mode: "minor" }, kind: "loop", beats: 4, rootNote: 66 },
      loops: [{ startSeconds: 0, endSeconds: 2 }],
    });
    const sound = (bytes: Buffer) => bytes.subarray(bytes.indexOf("data") + 8).subarray(0, SECONDS * 44_100 * 6);
    expect(sha256(sound(copy))).toBe(sha256(sound(original)));
    // The original is as it was.
    const kept = await getObjectStream(`originals/${loop}`);
    expect(sha256(Buffer.concat((await kept?.stream.toArray()) ?? []))).toBe(sha256(original));
    const alone = await call(ada, `/api/v1/samples/${loop}/copy?naming=labelled`);
    expect(Number(alone.headers.get("content-length"))).toBe(copy.length);
    expect(sha256(await bytesOf(alone))).toBe(sha256(copy));
  });

  it("is refused of nothing and of what is somebody else's", async () => {
    expect(await codeOf(await archiveOf(ada, { selection: { ids: [hers] } }))).toBe("nothing_selected");
    expect((await call(ada, `/api/v1/samples/${hers}/copy`)).status).toBe(404);
    const ids = Array.from({ length: 201 }, () => randomUUID()).join(",");
    expect((await call(ada, `/api/v1/downloads/archive?ids=${ids}`)).status).toBe(400);
  });

  it("breaks off where storage does: nobody gets a short file that looks whole", async () => {
    const short = await stored(ada, "short.wav", sine(55));
    await sql`update samples set size_bytes = size_bytes + 10 where id = ${short}`;
    const answer = await archiveOf(ada, { selection: { ids: [short] } });
    await expect(answer.arrayBuffer()).rejects.toThrow();
    const copy = await call(ada, `/api/v1/samples/${short}/copy`);
    await expect(copy.arrayBuffer()).rejects.toThrow();
    await sql`delete from samples where id = ${short}`;
  });

  it("is counted beforehand", async () => {
    const answer = await call(ada, "/api/v1/downloads/summary", { method: "POST", json: { selection: { query: "" } } });
    expect(((await answer.json()) as { data: object }).data).toMatchObject({ samples: 4, files: 4, canTag: true });
  });
});

describe("a region", () => {
  const region = (query: string, id = loop) => call(ada, `/api/v1/samples/${id}/region?${query}`);
  const frames = (wav: Buffer) => wav.readUInt32LE(wav.indexOf("data") + 4) / 6;

  it("is cut where it is marked, in the bits of the original, sample for sample", async () => {
    const answer = await region("start=0.25&end=0.75&snap=none");
    expect(answer.headers.get("content-disposition")).toContain('filename="Night 0m00.250-0m00.750.wav"');
    const wav = await bytesOf(answer);
    expect(frames(wav)).toBe(22_050);
    const at = 44 + 11_025 * 6;
    expect(wav.subarray(44).equals(original.subarray(at, at + 22_050 * 6))).toBe(true);
  });

  it("is cut where the sound crosses zero, or from beat to beat", async () => {
    const wav = await bytesOf(await region("start=0.2512&end=0.7533"));
    const first = wav.readIntLE(44, 3) / 2 ** 23;
    const last = wav.readIntLE(wav.length - 6, 3) / 2 ** 23;
    // One sample of the sine at 110 Hz rises by 0.008 at zero.
    expect(Math.abs(first)).toBeLessThan(0.008);
    expect(Math.abs(last)).toBeLessThan(0.008);
    expect(Math.abs(frames(wav) / 44_100 - 0.5021)).toBeLessThan(0.02);
    expect(frames(await bytesOf(await region("start=0.6&end=1.9&snap=beat")))).toBe(1.5 * 44_100);
  });

  it("is refused behind the end, backwards, without beats, without an original", async () => {
    expect(await codeOf(await region("start=5&end=6"))).toBe("behind_the_end");
    expect((await region("start=1&end=0.5")).status).toBe(400);
    expect(await codeOf(await region("start=0&end=1", lost))).toBe("no_original");
    expect((await region("start=0&end=1", hers)).status).toBe(404);
    await sql`update analyses set record = record - 'beats' where sample_id = ${twin}`;
    expect(await codeOf(await region("start=0&end=1&snap=beat", twin))).toBe("no_beats");
  });
});

describe("a window of samples", () => {
  const window = (id: string, query = "", person: Person | null = ada) =>
    call(person, `/api/v1/samples/${id}/window?${query}`);
  const samplesOf = async (answer: Response) => {
    const read = decodeWindow(await answer.arrayBuffer());
    return hasSamples(read) ? read.channels.map((channel) => [...channel]) : [];
  };
  /** What the WAV's 24 bits are as numbers. */
  const written = (from: number, frames: number, channel: number) =>
    Array.from({ length: frames }, (_, at) => original.readIntLE(44 + (from + at) * 6 + channel * 3, 3) / 2 ** 23);
  const decodedFolders = () =>
    readdirSync(tmpdir()).filter(
      (name) => name.startsWith("samplemind-") && existsSync(join(tmpdir(), name, "overview.s16")),
    ).length;

  it("has the samples of a WAV and of a FLAC exactly, and of its owner only", async () => {
    const answer = await window(loop, "start=30000&frames=500");
    expect(answer.headers.get("content-type")).toBe("application/octet-stream");
    expect(await samplesOf(answer)).toEqual([written(30_000, 500, 0), written(30_000, 500, 1)]);

    const path = join(folder, "exact.flac");
    const writer = await FlacWriter.open(path, { sampleRateHz: 44_100, channels: 2, bits: 16 });
    const value = (at: number, channel: number) => (((at * 31 + channel * 500) % 4001) - 2000) / 2 ** 15;
    for (let from = 0; from < 20_000; from += 5_000) {
      writer.push([0, 1].map((channel) => Float32Array.from({ length: 5_000 }, (_, at) => value(from + at, channel))));
    }
    writer.finish();
    writer.close();
    const flac = await stored(ada, "exact.flac", readFileSync(path));
    const expected = [0, 1].map((channel) => Array.from({ length: 64 }, (_, at) => value(12_345 + at, channel)));
    expect(await samplesOf(await window(flac, "start=12345&frames=64"))).toEqual(expected);

    expect((await window(loop, "", eve)).status).toBe(404);
    expect((await window(loop, "", null)).status).toBe(401);
  });

  it("is refused behind the end, without an original, and where a window has no such shape", async () => {
    expect(await codeOf(await window(loop, `start=${SECONDS * 44_100}`))).toBe("behind_the_end");
    expect(await codeOf(await window(lost))).toBe("no_original");
    for (const query of ["frames=4097", "per=3", "start=2&per=4", "start=-1"])
      expect((await window(loop, query)).status).toBe(400);
    const noise = await stored(ada, "noise.wav", Buffer.from("no sound at all"));
    expect(await codeOf(await window(noise))).toBe("cannot_be_decoded");
  });

  it("is kept by the browser for ever under its version, and asked for again without it", async () => {
    const etag = (await window(loop, "frames=8")).headers.get("etag") ?? "";
    const version = etag.split("-").slice(0, -3).join("-").replace('"', "");
    const caching = async (query: string) => (await window(loop, query)).headers.get("cache-control");
    expect(await caching("frames=8")).toBe("private, no-cache");
    expect(await caching(`frames=8&v=${version}`)).toBe("private, max-age=31536000, immutable");
    const again = await call(ada, `/api/v1/samples/${loop}/window?frames=8`, { headers: { "if-none-match": etag } });
    expect(again.status).toBe(304);
  });

  it("comes from one decoding, and what was decoded goes with the original", async () => {
    const { deleteObjects } = await import("@/lib/platform/s3");
    const id = await stored(ada, "once.wav", sine(110));
    const first = await samplesOf(await window(id, "frames=16"));
    const folders = decodedFolders();
    // Nobody decodes it again.
    await putObject(`originals/${id}`, sine(220), { contentType: "audio/wav" });
    expect(await samplesOf(await window(id, "frames=16"))).toEqual(first);
    await deleteObjects([`originals/${id}`]);
    await expect.poll(decodedFolders).toBe(folders - 1);
    expect(await codeOf(await window(id, "frames=16"))).toBe("no_original");
  });
});

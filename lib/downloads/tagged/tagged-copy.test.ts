import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { memorySource } from "@/lib/analysis/decode/containers/byte-source";
import { probeAudio } from "@/lib/analysis/decode/containers/container";
import { decodeAudio } from "@/lib/analysis/decode/decode";
import { readEmbeddedTags } from "@/lib/analysis/file-tags/embedded-tags";
import { NO_FILE_TAGS } from "@/lib/analysis/file-tags/schema";
import { chunk, riff } from "@/tests/fixtures/container-files";
import { id3Picture, id3Text, id3v2, silentMp3 } from "@/tests/fixtures/tagged-files";
import { wavFile } from "@/tests/fixtures/wav-file";
import { memoryReader } from "./byte-reader";
import { taggedCopy } from "./tagged-copy";
import type { WantedTags } from "./wanted-tags";

const FOLDER = "tests/fixtures/tagged";
const work = mkdtempSync(join(tmpdir(), "tagged-copy-"));

const WANTED: WantedTags = {
  bpm: 171.5,
  key: { tonic: 6, mode: "minor" },
  note: null,
  kind: "loop",
  durationSeconds: 2,
};

async function copyOf(bytes: Uint8Array, wanted: Partial<WantedTags> = {}): Promise<Buffer> {
  const { container } = probeAudio(memorySource(bytes));
  const { pieces, untagged } = await taggedCopy(memoryReader(bytes), container, { ...WANTED, ...wanted });
  expect(untagged).toBeNull();
  return Buffer.concat(
    pieces.map((piece) => (piece instanceof Uint8Array ? piece : bytes.subarray(piece.from, piece.to))),
  );
}

async function tagsOf(bytes: Uint8Array) {
  const path = join(work, "file");
  writeFileSync(path, bytes);
  const { tags, cover } = await readEmbeddedTags(path);
  return { tags, cover: cover && createHash("sha256").update(cover.bytes).digest("hex") };
}

/** What is heard, as a hash of every sample. */
async function soundOf(bytes: Uint8Array): Promise<string> {
  const source = memorySource(bytes);
  const hash = createHash("sha256");
  const audio = await decodeAudio(source, probeAudio(source));
  for await (const block of audio.blocks) for (const samples of block) hash.update(samples);
  expect(audio.report.partial).toEqual([]);
  return hash.digest("hex");
}

describe("a copy with tags", () => {
  it.each(readdirSync(FOLDER).filter((name) => name !== "VERSIONS"))("%s", async (name) => {
    const original = readFileSync(join(FOLDER, name));
    const copy = await copyOf(original);
    const [before, after] = [await tagsOf(original), await tagsOf(copy)];
    const { declaredSeconds: endSeconds } = probeAudio(memorySource(original));
    const loop = name.endsWith(".wav")
      ? { kind: "loop", beats: 6, rootNote: 66, loops: [{ startSeconds: 0, endSeconds }] }
      : {};
    expect(after).toEqual({
      cover: before.cover,
      tags: { ...before.tags, bpm: 171.5, key: { tonic: 6, mode: "minor" }, ...loop },
    });
    expect(await soundOf(copy)).toBe(await soundOf(original));
    // A second time the same fields are replaced, not added.
    expect((await copyOf(copy)).equals(copy)).toBe(true);
  });

  it("says only what is known, and leaves the file's own word otherwise", async () => {
    const original = readFileSync(join(FOLDER, "ffmpeg.flac"));
    const { tags } = await tagsOf(original);
    const copy = await copyOf(original, { bpm: null });
    expect((await tagsOf(copy)).tags).toEqual({ ...tags, key: { tonic: 6, mode: "minor" } });
  });

  it("of a file without any tag gets one", async () => {
    for (const name of ["house.mp3", "drum loop.wav", "reggae.aiff", "piano.m4a", "funk.ogg", "drum and bass.opus"]) {
      const original = readFileSync(join("tests/fixtures/music", name));
      const copy = await copyOf(original, { kind: "track" });
      const { tags } = await tagsOf(copy);
      expect([name, tags.bpm, tags.key]).toEqual([name, 171.5, { tonic: 6, mode: "minor" }]);
      expect(await soundOf(copy)).toBe(await soundOf(original));
    }
  });

  it("is the original where there is nothing to say or no place for it", async () => {
    const nothing = { ...WANTED, bpm: null, key: null, kind: null };
    const reader = memoryReader(wavFile());
    const whole = [{ from: 0, to: reader.sizeBytes }];
    expect(await taggedCopy(reader, "wav", nothing)).toEqual({ pieces: whole, untagged: "nothing_known" });
    expect(await taggedCopy(reader, "caf", WANTED)).toEqual({ pieces: whole, untagged: "format_without_tags" });
    // A tag that claims to be longer than the file would swallow the sound.
    const swallowed = Buffer.concat([id3v2([]), silentMp3(20)]);
    swallowed[7] = 127;
    const refused = await taggedCopy(memoryReader(swallowed), "mp3", WANTED);
    expect(refused.untagged).toBe("unreadable_tags");
  });

  it("of an MP4 that has its index in front finds its sound where it moved to", async () => {
    const original = readFileSync("tests/fixtures/music/piano.m4a");
    const at = original.lastIndexOf("moov") - 4;
    const from = original.indexOf("mdat") - 4;
    const index = original.subarray(at, at + original.readUInt32BE(at));
    const moved = Buffer.from(index);
    const chunks = moved.indexOf("stco") + 8;
    for (let entry = 0; entry < moved.readUInt32BE(chunks); entry++) {
      const place = chunks + 4 + entry * 4;
      moved.writeUInt32BE(moved.readUInt32BE(place) + moved.length, place);
    }
    const inFront = Buffer.concat([original.subarray(0, from), moved, original.subarray(from, at)]);
    const sound = await soundOf(original);
    expect(await soundOf(inFront)).toBe(sound);
    const copy = await copyOf(inFront, { kind: "track" });
    expect(copy.indexOf("moov")).toBeLessThan(copy.indexOf("mdat"));
    expect(await soundOf(copy)).toBe(sound);
    expect((await tagsOf(copy)).tags.bpm).toBe(171.5);
  });

  it("keeps a cover that is larger than what is read at once", async () => {
    const cover = id3Picture(Buffer.alloc(300_000, 7));
    const original = Buffer.concat([id3v2([id3Text("TIT2", "Night"), cover, id3Text("TBPM", "90")]), silentMp3(20)]);
    const { tags } = await tagsOf(await copyOf(original));
    expect(tags).toMatchObject({ title: "Night", bpm: 171.5 });
    expect((await copyOf(original)).includes(cover)).toBe(true);
  });
});

describe("a WAV for samplers", () => {
  it("has the note and cents of a one-shot, and no tempo", async () => {
    const oneShot = { kind: "one-shot", bpm: null, key: null, note: { midi: 42, cents: 25 } } as const;
    const copy = await copyOf(wavFile(), oneShot);
    expect((await tagsOf(copy)).tags).toEqual({ ...NO_FILE_TAGS, kind: "one-shot", rootNote: 42 });
    const at = copy.indexOf("smpl");
    expect(copy.readUInt32LE(at + 8 + 16)).toBe(2 ** 30);
  });

  it("keeps the loop points that are there", async () => {
    const sampler = Buffer.alloc(60);
    sampler.writeUInt32LE(1, 28);
    sampler.writeUInt32LE(100, 44);
    sampler.writeUInt32LE(4509, 48);
    const plain = wavFile();
    const original = riff([chunk("smpl", sampler), plain.subarray(12)]);
    const { tags } = await tagsOf(await copyOf(original));
    expect(tags).toMatchObject({ rootNote: 66, bpm: 171.5 });
    expect(tags.loops).toEqual([{ startSeconds: 100 / 44_100, endSeconds: 4510 / 44_100 }]);
  });

  it("of a recorder that broke off gets its chunks before the sound", async () => {
    for (const dataBytes of [0, 0xffffffff, 400_000]) {
      const original = wavFile({ claim: { dataBytes } });
      const copy = await copyOf(original);
      expect(copy.indexOf("acid")).toBeLessThan(copy.indexOf("data"));
      expect(copy.subarray(copy.indexOf("data")).equals(original.subarray(36))).toBe(true);
    }
  });

  it("is mended where a chunk of odd length has no pad byte", async () => {
    const plain = wavFile();
    const note = chunk("LIST", Buffer.from("INFOxyz1234"), { isPadded: false });
    const copy = await copyOf(riff([note, plain.subarray(12)]));
    expect((await tagsOf(copy)).tags).toMatchObject({ bpm: 171.5, beats: 6 });
    expect(await soundOf(copy)).toBe(await soundOf(plain));
  });
});

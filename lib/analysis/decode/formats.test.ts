import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { AnalysisFailure } from "@/lib/analysis/record/failures";
import { ima4Aiff, imaAdpcmWav, msAdpcmWav } from "@/tests/fixtures/adpcm-file";
import {
  aiff,
  au,
  caf,
  chunk,
  formatBlock,
  packedCaf,
  riff,
  toneRecording,
  wav,
  wave64,
} from "@/tests/fixtures/container-files";
import { seededBytes } from "@/tests/fixtures/hostile-recipe";
import { apeTag, id3Tag, id3v1Tag } from "@/tests/fixtures/tag-files";
import { memorySource } from "./containers/byte-source";
import { probeAudio } from "./containers/container";
import { unitPositions } from "./containers/mp4-track";
import { decodeAudio } from "./decode";

const clip = (name: string) => readFileSync(join(import.meta.dirname, "../../../tests/fixtures/clips", name));

/** Length and level of what a file decodes to, and what was left out. */
async function heard(bytes: Uint8Array) {
  const source = memorySource(bytes);
  const audio = await decodeAudio(source, probeAudio(source));
  let [squares, count] = [0, 0];
  for await (const block of audio.blocks) {
    for (const samples of block) for (const sample of samples) squares += sample * sample;
    count += block.length * (block[0]?.length ?? 0);
  }
  const { probe, report } = audio;
  const seconds = report.decodedSamples / probe.sampleRateHz;
  return { codec: probe.codec, seconds, rmsDbfs: 10 * Math.log10(squares / count), partial: report.partial };
}

function refusalOf(bytes: Uint8Array): Pick<AnalysisFailure, "code" | "found" | "message"> {
  try {
    probeAudio(memorySource(bytes));
  } catch (error) {
    return error as AnalysisFailure;
  }
  throw new Error("it was read");
}

const tone = toneRecording(1);

describe("a tone of one second at −20 dBFS is read from", () => {
  const list = (text: string, isPadded: boolean) => chunk("LIST", Buffer.from(text), { isPadded });
  const sizesOfZero = wav(tone);
  sizesOfZero.writeUInt32LE(0, 4);
  sizesOfZero.writeUInt32LE(0, 40);
  it.each<[string, Buffer, string]>([
    ["WAV", wav(tone), "pcm_s16le"],
    ["WAV whose sizes are zero", sizesOfZero, "pcm_s16le"],
    ["RIFX", wav(tone, { littleEndian: false }), "pcm_s16be"],
    ["WAV with an odd chunk and its pad byte", wav(tone, { before: [list("INFOodd", true)] }), "pcm_s16le"],
    ["WAV with an odd chunk and no pad byte", wav(tone, { before: [list("INFOodd", false)] }), "pcm_s16le"],
    ["Wave64", wave64(tone), "pcm_s16le"],
    ["AU", au(tone), "pcm_s16be"],
    ["CAF", caf(tone), "pcm_s16be"],
    ["CAF that was not finished", caf(tone, -1), "pcm_s16be"],
    ["AIFF", aiff(tone), "pcm_s16be"],
    ["AIFF that was not finished", aiff(tone, { frames: 0, soundBytes: 0 }), "pcm_s16be"],
    ["AIFF that was not finished, with an empty chunk", aiff(tone, { frames: 0, soundBytes: 8 }), "pcm_s16be"],
    ["IMA ADPCM in a WAV", imaAdpcmWav(tone), "adpcm_ima_wav"],
    ["Microsoft's ADPCM in a WAV", msAdpcmWav(tone), "adpcm_ms"],
    ["QuickTime's ADPCM in an AIFF-C", ima4Aiff(tone), "adpcm_ima_qt"],
  ])("%s", async (_, bytes, codec) => {
    const found = await heard(bytes);
    expect(found).toMatchObject({ codec, partial: [] });
    // ADPCM fills its last block.
    expect(found.seconds).toBeGreaterThanOrEqual(1);
    expect(found.seconds).toBeLessThan(1.015);
    expect(Math.abs(found.rmsDbfs + 20)).toBeLessThan(0.15);
  });
});

it.each(["apple-lossless.m4a", "surround-51.m4a"])("a CAF holds the same packets as an M4A: %s", async (name) => {
  const bytes = clip(name);
  const { layout, codec } = probeAudio(memorySource(bytes));
  if (layout.format !== "mp4" || !layout.track.units) throw new Error("no packets");
  const positions = [...unitPositions(layout.track.units, bytes.length)];
  const packets = positions.map(({ offset, sizeBytes }) => bytes.subarray(offset, offset + sizeBytes));
  const found = await heard(packedCaf(codec === "alac" ? "alac" : "aac ", layout.track.config, packets));
  const original = await heard(bytes);
  expect(found).toMatchObject({ codec, partial: [] });
  // The delay of the encoder is not trimmed: this CAF does not mention it.
  expect(Math.abs(found.seconds - original.seconds)).toBeLessThan(0.05);
  expect(Math.abs(found.rmsDbfs - original.rmsDbfs)).toBeLessThan(0.3);
});

it("a chunk that runs past the end of a WAV is damage, not silence", () => {
  const broken = wav(tone, { before: [chunk("LIST", Buffer.from("INFO"), { claim: 900_000 })] });
  expect(refusalOf(broken).code).toBe("damaged_file");
});

describe("before and behind the sound", () => {
  const files: [string, Buffer][] = [
    ...(
      [
        ["wav", wav(tone)],
        ["aiff", aiff(tone)],
        ["w64", wave64(tone)],
        ["au", au(tone)],
        ["caf", caf(tone)],
      ] as const
    ).map(([name, bytes]): [string, Buffer] => [name, bytes]),
    ...["variable.mp3", "adts.aac", "surround-51.flac", "surround-51.ogg", "surround-51.opus", "surround-51.m4a"].map(
      (name): [string, Buffer] => [name, clip(name)],
    ),
  ];
  it.each(files)("tags of any kind are passed: %s", async (_, bytes) => {
    const alone = await heard(bytes);
    const tagged = Buffer.concat([apeTag(300), id3Tag(70), id3Tag(2_000), bytes, apeTag(40), id3v1Tag()]);
    expect(await heard(tagged)).toEqual(alone);
  });

  it.each(files)("a megabyte of zeros is searched through: %s", async (_, bytes) => {
    const alone = await heard(bytes);
    const { partial, ...found } = await heard(Buffer.concat([Buffer.alloc(1_000_000), bytes]));
    expect({ ...found, partial: [] }).toEqual(alone);
    // A bare stream does not say where it begins, so the zeros could have been sound.
    expect(partial.every(({ reason, startSeconds }) => reason === "damaged" && startSeconds === 0)).toBe(true);
  });

  it("rubbish is searched through, and a tag that claims more than the file is not believed", async () => {
    const mp3 = clip("variable.mp3");
    const alone = await heard(mp3);
    expect(await heard(Buffer.concat([seededBytes(90_000, 5), wav(tone)]))).toMatchObject({ seconds: 1, partial: [] });
    expect(await heard(Buffer.concat([id3Tag(500, 100_000_000), mp3]))).toEqual(alone);
  });

  it("is searched for four megabytes and no further", () => {
    expect(refusalOf(Buffer.concat([Buffer.alloc(4_300_000), wav(tone)])).code).toBe("not_audio");
  });
});

describe("a refusal says what was found", () => {
  const wavOf = (tag: number, bits: number) =>
    riff([chunk("fmt ", formatBlock(tone, { tag, bits, blockBytes: 65 })), chunk("data", Buffer.alloc(650))]);
  it.each([
    ["gsm", wavOf(0x31, 0)],
    ["adpcm", wavOf(0x20, 4)],
    ["wma", wavOf(0x161, 16)],
    ["rare-wav", wavOf(0x4d2, 16)],
    ["mace", aiff(tone, { compression: "MAC3" })],
    ["midi", Buffer.from("MThd\0\0\0\x06\0\x01\0\x02\x01\xe0", "latin1")],
    ["monkeys-audio", Buffer.from("MAC \x96\x0f\0\0", "latin1")],
    ["dsd", Buffer.from("DSD \x1c\0\0\0\0\0\0\0", "latin1")],
    ["matroska", Buffer.from("1a45dfa39f4286810142f7", "hex")],
  ])("%s", (found, bytes) => {
    expect(refusalOf(bytes)).toMatchObject({ code: "unsupported_format", found });
  });

  it("and calls only that no audio which is none", () => {
    expect(refusalOf(Buffer.from("PK\x03\x04rest of an archive"))).toMatchObject({
      code: "not_audio",
      found: "archive",
    });
    expect(refusalOf(Buffer.from("\n<!DOCTYPE html><html>"))).toMatchObject({ code: "not_audio", found: "web-page" });
    expect(refusalOf(Buffer.from("a letter"))).toMatchObject({
      code: "not_audio",
      message: "This file contains no audio.",
    });
  });

  it("calls damaged what has lost its beginning", () => {
    const music = (name: string) => readFileSync(join(import.meta.dirname, "../../../tests/fixtures/music", name));
    expect(refusalOf(music("ballad.ogg").subarray(20_000)).code).toBe("damaged_file");
    expect(refusalOf(music("techno.flac").subarray(20_000)).code).toBe("damaged_file");
  });

  it("knows an MP3 that leaves its bit rate open", () => {
    const frame = Buffer.alloc(700);
    frame.set([0xff, 0xfb, 0x00, 0x44]);
    expect(refusalOf(Buffer.concat(Array.from({ length: 8 }, () => frame))).found).toBe("free-format-mp3");
  });

  it("knows protected and foreign sound in an MP4", () => {
    const m4a = clip("surround-51.m4a");
    const renamed = (type: string) => {
      const copy = Buffer.from(m4a);
      copy.write(type, copy.indexOf("mp4a", copy.indexOf("stsd")), "latin1");
      return copy;
    };
    expect(refusalOf(renamed("drms")).found).toBe("protected");
    expect(refusalOf(renamed("Opus")).found).toBe("mp4-opus");
  });
});

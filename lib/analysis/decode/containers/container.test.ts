import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AnalysisFailure } from "@/lib/analysis/record/failures";
import { ima4Aiff, imaAdpcmWav } from "@/tests/fixtures/adpcm-file";
import { au, caf, toneRecording, wav, wave64 } from "@/tests/fixtures/container-files";
import { silentFlac } from "@/tests/fixtures/flac-file";
import { wavFile } from "@/tests/fixtures/wav-file";
import { memorySource } from "./byte-source";
import { probeAudio } from "./container";
import { type AudioProbe, assertDecodedDuration } from "./probe";

const musicFolder = join(import.meta.dirname, "../../../../tests/fixtures/music");
const music = (name: string) => readFileSync(join(musicFolder, name));
const probe = (bytes: Uint8Array) => probeAudio(memorySource(bytes));

function failureOf(bytes: Uint8Array): string {
  try {
    return `probed as ${probe(bytes).codec}`;
  } catch (error) {
    if (error instanceof AnalysisFailure) return error.code;
    throw error;
  }
}

describe("what a file is", () => {
  it.each<[string, Pick<AudioProbe, "container" | "codec">]>([
    ["house.mp3", { container: "mp3", codec: "mp3" }],
    ["techno.flac", { container: "flac", codec: "flac" }],
    ["ballad.ogg", { container: "ogg", codec: "vorbis" }],
    ["drum and bass.opus", { container: "ogg", codec: "opus" }],
    ["piano.m4a", { container: "mp4", codec: "aac" }],
    ["reggae.aiff", { container: "aiff", codec: "pcm_s16be" }],
    ["hip-hop.wav", { container: "wav", codec: "pcm_s16le" }],
  ])("is told by its bytes: %s", (name, expected) => {
    const found = probe(music(name));
    expect(found).toMatchObject(expected);
    expect(found.declaredSeconds).toBeGreaterThan(4);
    expect(found.declaredSeconds).toBeLessThan(20);
  });

  it("finds a FLAC or an MP3 after an ID3 tag", () => {
    const tag = Buffer.concat([Buffer.from([0x49, 0x44, 0x33, 3, 0, 0, 0, 0, 8, 0]), Buffer.alloc(1024, 0xff)]);
    expect(probe(Buffer.concat([tag, music("house.mp3")])).codec).toBe("mp3");
    expect(probe(Buffer.concat([tag, music("techno.flac")])).codec).toBe("flac");
  });

  it("is not mistaken: text, random bytes and empty files are not audio", () => {
    expect(failureOf(Buffer.from("not a song".repeat(1000)))).toBe("not_audio");
    expect(failureOf(Buffer.alloc(50_000, 0xff))).toBe("not_audio");
    expect(failureOf(new Uint8Array(0))).toBe("empty_file");
  });
});

describe("what a header claims", () => {
  it("is cut to what the file can hold", () => {
    const lying = wavFile({ frames: 22_050, claim: { dataBytes: 0xfffffff0 } });
    expect(probe(lying).declaredSeconds).toBe(0.5);
  });

  it("is replaced by a count for a FLAC whose encoder did not know its length", () => {
    expect(probe(silentFlac(20, { totalSamples: 0 })).declaredSeconds).toBeCloseTo(20, 0);
  });

  it("is refused if it would keep a worker busy for nothing", () => {
    expect(failureOf(silentFlac(4 * 60 * 60))).toBe("too_long");
    expect(failureOf(wavFile({ claim: { channels: 9 } }))).toBe("too_many_channels");
    expect(failureOf(wavFile({ claim: { sampleRateHz: 3_999 } }))).toBe("bad_sample_rate");
    expect(failureOf(wavFile({ claim: { sampleRateHz: 384_001 } }))).toBe("bad_sample_rate");
  });
});

describe("what comes out of a decoder", () => {
  const stream = (declaredSeconds: number | null): AudioProbe => ({
    container: "aac",
    codec: "aac",
    sampleRateHz: 48_000,
    channels: 2,
    declaredSeconds,
    fileBytes: 50_000_000,
    layout: { format: "adts", offset: 0, endOffset: 50_000_000 },
  });
  const tooLong = expect.objectContaining({ code: "too_long" });

  it("is stopped at ten minutes if the header gives no length and almost no bytes were read", () => {
    expect(() => assertDecodedDuration(601, stream(null), 100_000)).toThrow(tooLong);
    expect(() => assertDecodedDuration(601, stream(601), 100_000)).not.toThrow();
    expect(() => assertDecodedDuration(601, stream(10), 100_000)).toThrow(tooLong);
    expect(() => assertDecodedDuration(601, stream(null), 10_000_000)).not.toThrow();
    expect(() => assertDecodedDuration(12 * 60 * 60 + 1, stream(null), 50_000_000)).toThrow(tooLong);
  });
});

describe("any bytes at all", () => {
  const stored = ["house.mp3", "techno.flac", "ballad.ogg", "piano.m4a", "reggae.aiff", "hip-hop.wav"].map(music);
  const tone = toneRecording(0.3, 22_050);
  const made = [
    wav(tone, { littleEndian: false }),
    wave64(tone),
    au(tone),
    caf(tone),
    imaAdpcmWav(tone),
    ima4Aiff(tone),
  ];
  const originals = [...stored, ...made].map((bytes) => bytes.subarray(0, 60_000));

  it("end in a probe within bounds or in a typed failure", () => {
    const edits = fc.array(fc.tuple(fc.nat({ max: 400 }), fc.nat({ max: 255 })), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(fc.constantFrom(...originals), edits, fc.nat({ max: 60_000 }), (original, changes, length) => {
        const bytes = Buffer.from(original.subarray(0, Math.max(length, 100)));
        for (const [at, value] of changes) bytes[at % bytes.length] = value;
        if (!failureOf(bytes).startsWith("probed")) return;
        const { channels, sampleRateHz, declaredSeconds } = probe(bytes);
        expect(channels).toBeGreaterThanOrEqual(1);
        expect(channels).toBeLessThanOrEqual(8);
        expect(sampleRateHz).toBeGreaterThanOrEqual(4_000);
        expect(sampleRateHz).toBeLessThanOrEqual(384_000);
        expect(declaredSeconds ?? 0).toBeLessThanOrEqual(12 * 60 * 60);
      }),
      { numRuns: 600, seed: 2_026 },
    );
  });
});

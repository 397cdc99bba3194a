import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { memorySource } from "@/lib/analysis/decode/containers/byte-source";
import { probeAudio } from "@/lib/analysis/decode/containers/container";
import { type WavFormat, wavFile } from "@/tests/fixtures/wav-file";
import { isChainedOgg } from "./ogg-chain";
import { HEAD_BYTES, playbackOf } from "./playback";

const fixture = (name: string) => readFileSync(join(import.meta.dirname, "../../../tests/fixtures", name));

function playbackOfFile(bytes: Uint8Array) {
  return playbackOf({ ...probeAudio(memorySource(bytes)), isPartial: false, head: bytes.subarray(0, HEAD_BYTES) });
}

describe("what every browser plays", () => {
  it.each(["music/hip-hop.wav", "music/techno.flac", "music/house.mp3", "music/piano.m4a", "clips/adts.aac"])(
    "is heard as it is: %s",
    (name) => expect(playbackOfFile(fixture(name))).toBe("original"),
  );

  it.each<[WavFormat, string]>([
    ["u8", "original"],
    ["s16", "original"],
    ["s24", "original"],
    ["f32", "original"],
    ["s32", "copy"],
    ["f64", "copy"],
  ])("in a WAV file depends on how a sample is stored: %s is heard as %s", (format, playback) => {
    expect(playbackOfFile(wavFile({ format }))).toBe(playback);
  });
});

describe("what some browser cannot play", () => {
  it.each([
    ...["music/reggae.aiff", "clips/float.aifc", "clips/apple-lossless.m4a", "clips/mulaw.wav", "clips/lossless.oga"],
    ...["clips/surround-51.opus", "clips/surround-51.ogg", "clips/surround-51-lossless.m4a"],
  ])("gets a copy: %s", (name) => expect(playbackOfFile(fixture(name))).toBe("copy"));

  it("is also a WAV file whose header is not that of RIFF, or not at its beginning", () => {
    const wav = wavFile();
    const facts = { ...probeAudio(memorySource(wav)), isPartial: false, head: wav.subarray(0, HEAD_BYTES) };
    expect(playbackOf(facts)).toBe("original");
    for (const head of ["RF64\xff\xff\xff\xffWAVE", "RIFX\0\0\0\0WAVE", "ID3\x04\0\0\0\0\0\0RI", ""])
      expect(playbackOf({ ...facts, head: Buffer.from(head, "latin1") }), head).toBe("copy");
    expect(playbackOf({ ...facts, codec: "adpcm_ima_wav" })).toBe("copy");
  });

  it("is also a file of which a part could not be measured", () => {
    const wav = wavFile();
    const facts = { ...probeAudio(memorySource(wav)), head: wav.subarray(0, HEAD_BYTES) };
    expect(playbackOf({ ...facts, isPartial: true })).toBe("copy");
  });
});

describe("an Ogg file", () => {
  it("is looked at as a whole, because it may be several recordings in a row", () => {
    const [ballad, funk] = [fixture("music/ballad.ogg"), fixture("music/funk.ogg")];
    expect(playbackOfFile(ballad)).toBe("ask");
    expect(isChainedOgg(memorySource(ballad))).toBe(false);
    expect(isChainedOgg(memorySource(Buffer.concat([ballad, funk])))).toBe(true);
    expect(isChainedOgg(memorySource(Buffer.concat([ballad, ballad])))).toBe(true);
  });
});

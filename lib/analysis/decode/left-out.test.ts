import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { leftOutSentences } from "@/lib/analysis/record/left-out";
import { aiff, au, toneRecording, wav, wave64 } from "@/tests/fixtures/container-files";
import { seededBytes } from "@/tests/fixtures/hostile-recipe";
import { id3v1Tag } from "@/tests/fixtures/tag-files";
import { memorySource } from "./containers/byte-source";
import { probeAudio } from "./containers/container";
import { pageChecksum } from "./containers/ogg-pages";
import { decodeAudio } from "./decode";
import { LeftOut } from "./left-out";

const fixture = (name: string) => readFileSync(join(import.meta.dirname, "../../../tests/fixtures", name));

async function measured(bytes: Uint8Array) {
  const source = memorySource(bytes);
  const audio = await decodeAudio(source, probeAudio(source));
  for await (const _ of audio.blocks);
  const { probe, report } = audio;
  return { seconds: report.decodedSamples / probe.sampleRateHz, partial: report.partial, isJoined: report.isJoined };
}

/** Without its middle tenth, which becomes zeros. */
function withHole(original: Buffer, at = 0.5, share = 0.1): Buffer {
  const bytes = Buffer.from(original);
  const start = Math.floor(bytes.length * at);
  return bytes.fill(0, start, start + Math.floor(bytes.length * share));
}

/** Gives every page another serial number. */
function withSerial(ogg: Buffer, serial: number): Buffer {
  const bytes = Buffer.from(ogg);
  for (let at = bytes.indexOf("OggS"); at >= 0; ) {
    const next = bytes.indexOf("OggS", at + 4);
    const page = bytes.subarray(at, next < 0 ? bytes.length : next);
    page.writeUInt32LE(serial, 14);
    page.writeUInt32LE(pageChecksum(page), 22);
    at = next;
  }
  return bytes;
}

const [ID3_BYTES, FRAME_BYTES] = [20, 417];

/** The frames of an MP3 of 128 kbit/s with sound, without the tag and the frame that counts the others. */
const withoutInfo = (mp3: Buffer) => mp3.subarray(ID3_BYTES + FRAME_BYTES);

/** Such frames with headers that say "one channel". */
function inMono(frames: Buffer): Buffer {
  const bytes = Buffer.from(frames);
  for (let at = 0; at + 4 < bytes.length; at += FRAME_BYTES + (((bytes[at + 2] ?? 0) >> 1) & 1))
    bytes[at + 3] = (bytes[at + 3] ?? 0) | 0xc0;
  return bytes;
}

/** A stereo stream of AAC with headers that say "one channel". */
function asMono(adts: Buffer): Buffer {
  const bytes = Buffer.from(adts);
  for (let at = 0; at + 7 < bytes.length; ) {
    bytes[at + 3] = ((bytes[at + 3] ?? 0) & 0x3f) | 0x40;
    at += ((bytes[at + 3] ?? 0) & 3) * 2048 + (bytes.readUInt16BE(at + 4) >> 5) || bytes.length;
  }
  return bytes;
}

describe("files that were joined are measured to their end", () => {
  const mp3 = fixture("music/house.mp3");
  const flac = fixture("music/techno.flac");
  const ogg = fixture("music/ballad.ogg");
  const surround = fixture("clips/surround-51.ogg");
  const adts = fixture("clips/adts.aac");
  const tone = toneRecording(1);
  const slower = toneRecording(2, 22_050, 1);
  it.each<[string, Buffer, Buffer]>([
    ["MP3s", mp3, fixture("music/rock.mp3")],
    ["MP3s of other rates and channels", mp3, fixture("clips/variable.mp3")],
    ["MP3s with a tag between them", Buffer.concat([mp3, id3v1Tag()]), mp3],
    ["FLACs", flac, fixture("music/waltz.flac")],
    ["FLACs of other rates and channels", flac, fixture("clips/surround-51.flac")],
    ["Ogg files", withSerial(ogg, 1), withSerial(ogg, 2)],
    ["Ogg files of the same serial number", withSerial(ogg, 1), withSerial(fixture("music/funk.ogg"), 1)],
    ["Ogg files of other rates and channels", ogg, surround],
    ["Ogg files of other codecs", ogg, fixture("clips/surround-51.opus")],
    ["bare AAC streams", adts, adts],
    ["M4As", fixture("clips/surround-51.m4a"), fixture("clips/apple-lossless.m4a")],
    ["WAVs", wav(tone), wav(slower)],
    ["AIFFs", aiff(tone), aiff(slower)],
    ["Wave64 files", wave64(tone), wave64(slower)],
  ])("%s", async (_, first, second) => {
    const [alone, other, both] = [
      await measured(first),
      await measured(second),
      await measured(Buffer.concat([first, second])),
    ];
    expect(Math.abs(both.seconds - alone.seconds - other.seconds)).toBeLessThan(0.03);
    expect(both.partial).toEqual([]);
  });

  it("says so where a player may stop at the seam", async () => {
    const isJoined = async (...files: Buffer[]) => (await measured(Buffer.concat(files))).isJoined;
    expect(await isJoined(mp3)).toBe(false);
    expect(await isJoined(adts, adts)).toBe(false);
    expect(await isJoined(adts, asMono(adts))).toBe(true);
    const frames = withoutInfo(mp3);
    expect(await isJoined(frames, frames)).toBe(false);
    expect(await isJoined(frames, inMono(frames))).toBe(true);
    // A player takes the first header's length for that of the file.
    expect(await isJoined(mp3, mp3)).toBe(true);
    expect(await isJoined(mp3, fixture("clips/variable.mp3"))).toBe(true);
    expect(await isJoined(wav(tone), wav(tone))).toBe(true);
    expect(await isJoined(flac)).toBe(false);
    expect(await isJoined(flac, flac)).toBe(true);
    expect(await isJoined(ogg)).toBe(false);
    expect(await isJoined(ogg, ogg)).toBe(true);
  });

  it("twenty of them too", async () => {
    const clip = fixture("clips/surround-71.ogg");
    const { seconds } = await measured(clip);
    const many = await measured(Buffer.concat(Array.from({ length: 20 }, () => clip)));
    expect(Math.abs(many.seconds - 20 * seconds)).toBeLessThan(0.1);
  });
});

describe("a file with a hole in its middle", () => {
  it.each([
    ["music/house.mp3", 0.5],
    ["music/techno.flac", 0.5],
    ["music/ballad.ogg", 0.5],
    ["music/drum and bass.opus", 0.5],
    ["music/pop.m4a", 0.5],
    ["clips/adts.aac", 0.5],
    ["clips/apple-lossless.m4a", 0.5],
  ])("is measured around it, and says where and how long it is: %s", async (name, at) => {
    const whole = await measured(fixture(name));
    const hurt = await measured(withHole(fixture(name), at));
    const [part] = hurt.partial;
    expect(hurt.partial.every(({ reason }) => reason === "damaged")).toBe(true);
    expect(part?.startSeconds).toBeGreaterThan(whole.seconds * 0.3);
    expect(part?.startSeconds).toBeLessThan(whole.seconds * 0.65);
    const lost = hurt.partial.reduce((sum, { seconds }) => sum + (seconds ?? 0), 0);
    expect(lost).toBeGreaterThan(whole.seconds * 0.05);
    expect(Math.abs(hurt.seconds + lost - whole.seconds)).toBeLessThan(0.12);
  });
});

describe("a file that breaks off says what is missing", () => {
  const cut = (bytes: Buffer) => bytes.subarray(0, Math.floor(bytes.length * 0.7));
  const tone = toneRecording(2);
  it.each<[string, Buffer]>([
    ["WAV", wav(tone)],
    ["AIFF", aiff(tone)],
    ["Wave64", wave64(tone)],
    ["AU", au(tone)],
    ["FLAC", fixture("music/techno.flac")],
    ["MP3", fixture("music/house.mp3")],
  ])("%s", async (_, bytes) => {
    const [whole, half] = [await measured(bytes), await measured(cut(bytes))];
    expect(half.partial).toEqual([
      { reason: "cut_off", startSeconds: expect.any(Number), seconds: expect.any(Number) },
    ]);
    expect(Math.abs((half.partial[0]?.startSeconds ?? 0) - half.seconds)).toBeLessThan(0.01);
    expect(Math.abs(half.seconds + (half.partial[0]?.seconds ?? 0) - whole.seconds)).toBeLessThan(0.06);
  });

  it("if it can: the last page of an Ogg file would have said", async () => {
    const { partial, seconds } = await measured(cut(fixture("music/ballad.ogg")));
    expect(partial).toEqual([{ reason: "cut_off", startSeconds: Math.round(seconds * 1000) / 1000, seconds: null }]);
  });
});

it("Fraunhofer's VBRI header counts frames as Xing's does, and is not played", async () => {
  const mp3 = Buffer.from(fixture("music/house.mp3"));
  const info = mp3.indexOf("Info") < 0 ? mp3.indexOf("Xing") : mp3.indexOf("Info");
  const start = mp3.lastIndexOf(0xff, info - 4);
  const frames = mp3.readUInt32BE(info + 8);
  mp3.fill(0, start + 4, start + 4 + 32 + 156);
  mp3.write("VBRI", start + 36, "latin1");
  mp3.writeUInt32BE(frames, start + 36 + 14);
  const { seconds, partial } = await measured(mp3);
  // Nothing is trimmed without LAME's tag. One more frame would be the header's own.
  expect(Math.round((seconds * 44_100) / 1152)).toBe(frames);
  expect(partial).toEqual([]);
  const cut = await measured(mp3.subarray(0, mp3.length >> 1));
  expect(cut.partial).toMatchObject([{ reason: "cut_off" }]);
});

it("a second sound track of an M4A is mentioned", async () => {
  const m4a = fixture("music/piano.m4a");
  const trak = m4a.indexOf("trak") - 4;
  const track = m4a.subarray(trak, trak + m4a.readUInt32BE(trak));
  const moov = m4a.indexOf("moov") - 4;
  const twice = Buffer.concat([m4a.subarray(0, trak), track, m4a.subarray(trak)]);
  twice.writeUInt32BE(m4a.readUInt32BE(moov) + track.length, moov);
  // A header before the sound moves it.
  const isInFront = moov < m4a.indexOf("mdat");
  expect(isInFront).toBe(false);
  const { partial, seconds } = await measured(twice);
  expect(partial).toEqual([{ reason: "other_track", startSeconds: 0, seconds: expect.closeTo(seconds, 0) }]);
  expect(leftOutSentences(partial)[0]).toMatch(/^The file has another sound track of 0:12\./);
});

describe("bytes behind the end", () => {
  it.each<[string, Buffer]>([
    ["WAV", wav(toneRecording(1))],
    ["MP3", fixture("music/house.mp3")],
    ["FLAC", fixture("music/waltz.flac")],
    ["Ogg", fixture("music/funk.ogg")],
    ["M4A", fixture("music/piano.m4a")],
  ])("are mentioned unless they are zeros or tags: %s", async (_, bytes) => {
    const rubbish = await measured(Buffer.concat([bytes, seededBytes(40_000, 11)]));
    expect(rubbish.partial).toEqual([expect.objectContaining({ reason: "after_end" })]);
    expect((await measured(Buffer.concat([bytes, Buffer.alloc(40_000), id3v1Tag()]))).partial).toEqual([]);
  });

  it("that are a second chunk of sound are mentioned", async () => {
    const first = wav(toneRecording(1));
    const { partial } = await measured(Buffer.concat([first, first.subarray(first.indexOf("data"))]));
    expect(partial).toEqual([{ reason: "after_end", startSeconds: 1, seconds: expect.closeTo(1, 2) }]);
  });

  it("that are sound in a format that is not read are mentioned as such", async () => {
    const speex = withSerial(fixture("clips/surround-51.ogg"), 9);
    speex.write("Speex   ", 28, "latin1");
    speex.writeUInt32LE(pageChecksum(speex.subarray(0, speex.indexOf("OggS", 4))), 22);
    const { partial } = await measured(Buffer.concat([fixture("music/ballad.ogg"), speex]));
    expect(partial).toEqual([expect.objectContaining({ reason: "unsupported" })]);
  });
});

describe("the list of parts", () => {
  it("joins neighbours, ignores what nobody hears, and does not grow without end", () => {
    let now = 1;
    const leftOut = new LeftOut(() => now);
    leftOut.add("cut_off", 0.001);
    leftOut.add("damaged", 0.1);
    leftOut.add("damaged", 0.25);
    expect(leftOut.parts).toEqual([{ reason: "damaged", startSeconds: 1, seconds: 0.35 }]);
    for (now = 2; now < 1000; now++) leftOut.add("damaged", 0.1);
    expect(leftOut.parts).toHaveLength(100);
    expect(leftOut.parts.reduce((sum, { seconds }) => sum + (seconds ?? 0), 0)).toBeCloseTo(0.35 + 998 * 0.1);
  });

  it("mentions many short parts beside each other as one", () => {
    const leftOut = new LeftOut(() => 7);
    for (let count = 0; count < 30; count++) leftOut.add("unsupported", 0.01);
    expect(leftOut.parts).toEqual([{ reason: "unsupported", startSeconds: 7, seconds: 0.3 }]);
  });

  it("is told in sentences, the first three of many", () => {
    const part = { reason: "damaged", startSeconds: 12.3, seconds: 0.26 } as const;
    expect(leftOutSentences([part])).toEqual(["A stretch of 0.26 s at 0:12 is damaged and was left out."]);
    expect(leftOutSentences([{ reason: "cut_off", startSeconds: 62, seconds: null }])).toEqual([
      "The file breaks off at 1:02. It is not known how much is missing.",
    ]);
    expect(leftOutSentences([part, part, part, part, part]).at(-1)).toBe("2 more parts were left out.");
    expect(leftOutSentences(undefined)).toEqual([]);
  });
});

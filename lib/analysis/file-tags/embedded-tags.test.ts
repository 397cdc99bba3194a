import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { chunk, riff, toneRecording, wav } from "@/tests/fixtures/container-files";
import { silentOpus } from "@/tests/fixtures/opus-file";
import * as tagged from "@/tests/fixtures/tagged-files";
import { encodeCover } from "./cover";
import { readEmbeddedTags } from "./embedded-tags";

const { id3Text, id3v2 } = tagged;
const folder = mkdtempSync(join(tmpdir(), "samplemind-tags-"));
afterAll(() => rmSync(folder, { recursive: true }));

async function read(bytes: Buffer, name: string | Buffer = "file") {
  const path = typeof name === "string" ? join(folder, name) : Buffer.concat([Buffer.from(`${folder}/`), name]);
  writeFileSync(path, bytes);
  const { tags, cover } = await readEmbeddedTags(path);
  // Only what is said.
  const isSaid = (value: unknown) => value !== null && !(Array.isArray(value) && value.length === 0);
  return { said: Object.fromEntries(Object.entries(tags).filter(([, value]) => isSaid(value))), cover };
}

const sound = silentTone();
function silentTone() {
  return toneRecording(2, 44_100, 1);
}

describe("what a file says about itself", () => {
  it("is read from ID3v2 in an MP3 and in a WAV", async () => {
    const id3 = id3v2([
      id3Text("TIT2", "Night drive"),
      id3Text("TPE1", "Ådå", "utf16"),
      id3Text("TALB", "Für Elise", "latin1"),
      id3Text("TRCK", "3/12"),
      id3Text("TDRC", "2019-05-01"),
      id3Text("TCON", "Techno"),
      id3Text("TBPM", "128"),
      id3Text("TKEY", "F#m"),
      tagged.id3Comment("made on a train"),
      tagged.id3Picture(tagged.greyPng(8)),
    ]);
    const said = {
      title: "Night drive",
      artist: "Ådå",
      album: "Für Elise",
      track: 3,
      year: 2019,
      genres: ["Techno"],
      bpm: 128,
      key: { tonic: 6, mode: "minor" },
      comment: "made on a train",
    };
    for (const file of [Buffer.concat([id3, tagged.silentMp3(20)]), wav(sound, { before: [chunk("id3 ", id3)] })]) {
      const found = await read(file, "named wrongly.flac");
      expect(found.said).toEqual(said);
      expect(found.cover?.bytes.length).toBe(tagged.greyPng(8).length);
    }
  });

  it("is read from Vorbis comments in FLAC and Opus", async () => {
    const comment = tagged.vorbisComment({
      TITLE: "Ödland",
      ARTIST: "Eve",
      DATE: "2001",
      BPM: "93.5",
      INITIALKEY: "8A",
    });
    const said = { title: "Ödland", artist: "Eve", year: 2001, bpm: 93.5, key: { tonic: 9, mode: "minor" } };
    const flac = await read(tagged.taggedFlac(comment, tagged.greyPng(8)));
    expect(flac.said).toMatchObject(said);
    expect(flac.cover?.bytes.length).toBe(tagged.greyPng(8).length);
    expect((await read(silentOpus(1, 1, comment))).said).toMatchObject(said);
  });

  it("is read from MP4", async () => {
    const items = { "©nam": "Waltz", "©ART": "Ada", "©alb": "Threes", "©day": "1999", "©gen": "Folk", tmpo: 90 };
    const said = { title: "Waltz", artist: "Ada", album: "Threes", year: 1999, genres: ["Folk"], bpm: 90 };
    expect((await read(tagged.taggedMp4(items))).said).toMatchObject(said);
  });

  it("is read from RIFF INFO, bext and iXML, in a file whose name is not UTF-8", async () => {
    const ixml =
      "<BWFXML><PROJECT>Doors</PROJECT><USER><FXNAME>Door creak</FXNAME><CATEGORY>DOORS</CATEGORY>" +
      "<KEYWORDS>wood, old</KEYWORDS></USER></BWFXML>";
    const info = tagged.infoList({ IART: "Field crew", IGNR: "Foley", ICRD: "2020" });
    const recorder = tagged.bext({ description: "Old door, inside", originator: "Recorder", date: "2020-02-03" });
    const bytes = wav(sound, { before: [info, recorder, chunk("iXML", Buffer.from(ixml))] });
    const name = process.platform === "linux" ? Buffer.from([0x64, 0xf6, 0x72]) : "door";
    expect((await read(bytes, name)).said).toEqual({
      title: "Door creak",
      artist: "Field crew",
      album: "Doors",
      year: 2020,
      genres: ["Foley"],
      comment: "Old door, inside",
      keywords: ["DOORS", "wood", "old"],
    });
  });

  it("is read from the chunks of loop editors and samplers", async () => {
    const points = tagged.cues([
      { frame: 44_100, label: "Chorus" },
      { frame: 0, label: "Verse" },
    ]);
    const bytes = wav(sound, {
      before: [tagged.acid({ beats: 4, bpm: 120 }), tagged.smpl(57, [[0, 44_099]]), points],
    });
    expect((await read(bytes)).said).toEqual({
      kind: "loop",
      beats: 4,
      bpm: 120,
      rootNote: 57,
      loops: [{ startSeconds: 0, endSeconds: 1 }],
      cues: [
        { seconds: 0, label: "Verse" },
        { seconds: 1, label: "Chorus" },
      ],
    });
    const hit = wav(sound, { before: [tagged.acid({ isOneShot: true, rootNote: 36, beats: 0, bpm: 0 })] });
    expect((await read(hit)).said).toEqual({ kind: "one-shot", rootNote: 36 });
  });

  it("is nothing in a plain file, and in one whose kind has no tags", async () => {
    expect((await read(wav(sound))).said).toEqual({});
    expect((await read(Buffer.alloc(4096, "no audio "))).said).toEqual({});
  });
});

describe("tags of strangers", () => {
  const mp3 = (...frames: Buffer[]) => Buffer.concat([id3v2(frames), tagged.silentMp3(20)]);

  it("are cut to what a page can show", async () => {
    const { said } = await read(mp3(tagged.id3Comment("x".repeat(10_000_000)), id3Text("TIT2", "t".repeat(5000))));
    expect(String(said.comment)).toHaveLength(2000);
    expect(String(said.title)).toHaveLength(300);
    expect(said.notes).toEqual(["shortened"]);
  });

  it("lose control characters and what turns the direction of text", async () => {
    const { said } = await read(mp3(id3Text("TIT2", "a\u202Egpj.exe\u2066\u0007\u001b[31m b\r\nc")));
    expect(said.title).toBe("agpj.exe[31m b c");
  });

  it("are mended where UTF-8 was written as Latin-1, and read as UTF-16 without its mark", async () => {
    const twice = Buffer.from("Für dich").toString("latin1");
    const { said } = await read(mp3(id3Text("TIT2", twice), id3Text("TPE1", "Eve", "utf16-without-mark")));
    expect(said).toMatchObject({ title: "Für dich", artist: "Eve", notes: ["encoding_mended"] });
  });

  it("never fail: sizes that lie, chunks in chunks, loops without end", async () => {
    const nested = Array.from({ length: 200 }).reduce<Buffer>(
      (inner) => chunk("LIST", Buffer.concat([Buffer.from("INFO"), inner])),
      Buffer.alloc(0),
    );
    const empty = Array.from({ length: 5000 }, () => chunk("junk", Buffer.alloc(0)));
    const files = [
      riff([nested]),
      wav(sound, { before: empty }),
      wav(sound, { before: [tagged.smpl(60, [[10, 5]], 0xffffffff)] }),
      wav(sound, { before: [chunk("LIST", Buffer.from("adtl"), { claim: 0xffffffff })] }),
      wav(sound, { before: [chunk("iXML", Buffer.from(`<BWFXML>${"<a>".repeat(20_000)}`))] }),
      wav(sound, { before: [chunk("id3 ", id3v2([Buffer.from("TIT2\x7f\x7f\x7f\x7f\0\0", "latin1")]))] }),
      tagged.taggedMp4({ "©nam": "x" }).subarray(0, 90),
    ];
    for (const file of files) expect((await read(file)).said.title ?? null).toBeNull();
  });

  it("are implausible where a tempo, a year or a track number cannot be", async () => {
    const frames = [id3Text("TBPM", "99999"), id3Text("TDRC", "0001"), id3Text("TRCK", "-4"), id3Text("TKEY", "loud")];
    expect((await read(mp3(...frames))).said).toEqual({});
  });
});

describe("a cover", () => {
  it("is small and without metadata afterwards", async () => {
    const small = await encodeCover(tagged.greyPng(1500));
    const { default: sharp } = await import("sharp");
    expect(await sharp(small ?? undefined).metadata()).toMatchObject({ format: "webp", width: 512, height: 512 });
    expect(Buffer.from(small ?? []).includes("where it was taken")).toBe(false);
  });

  it("is none if it claims billions of pixels, is cut off, or is no picture that covers are", async () => {
    expect(await encodeCover(tagged.greyPng(8, 60_000))).toBeNull();
    expect(await encodeCover(tagged.greyPng(64).subarray(0, 90))).toBeNull();
    expect(await encodeCover(Buffer.from("not a picture"))).toBeNull();
    const drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>';
    expect(await encodeCover(Buffer.from(drawing))).toBeNull();
  });
});

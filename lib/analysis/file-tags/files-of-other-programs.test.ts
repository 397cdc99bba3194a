import { readdirSync } from "node:fs";
import { expect, it } from "vitest";
import { readEmbeddedTags } from "./embedded-tags";
import { type FileTags, NO_FILE_TAGS } from "./schema";

// Files that ffmpeg, sox, id3v2, vorbis-tools and flac have tagged: see tests/fixtures/make-tagged.mjs.
const FOLDER = "tests/fixtures/tagged";

const song = { title: "Nachtfahrt nach Győr", artist: "Ödön", album: "Für unterwegs", track: 3, year: 2019 };
const more = { genres: ["Techno"], comment: "made on a train" };
const whole = { ...song, ...more, albumArtist: "Various", disc: 1 };
/** id3v2 writes Latin-1. */
const plain = { ...song, ...more, title: "Nachtfahrt", artist: "Odon", album: "Unterwegs" };
const [minor, named] = [
  { bpm: 128, key: { tonic: 6, mode: "minor" } },
  { bpm: 93.5, key: { tonic: 9, mode: "minor" } },
] as const;

const FILES: Record<string, Partial<FileTags> & { hasCover?: true }> = {
  "apev2.mp3": { ...song, ...more, ...minor },
  "ffmpeg-bext.wav": { artist: "Recorder", year: 2020, comment: "Old door, inside" },
  "ffmpeg-id3.aiff": { ...whole, ...minor },
  "ffmpeg-id3v23.mp3": { ...whole, ...minor, hasCover: true },
  "ffmpeg-id3v24.mp3": { ...whole, ...minor, hasCover: true },
  // ffmpeg writes UTF-8 into INFO, which is Latin-1 by the book.
  "ffmpeg-info.wav": { ...song, genres: ["Foley"], comment: "made on a train", notes: ["encoding_mended"] },
  "ffmpeg.flac": { ...whole, ...named, hasCover: true },
  "ffmpeg.m4a": { ...whole, bpm: 90, hasCover: true },
  "ffmpeg.ogg": { ...whole, ...named },
  "ffmpeg.opus": { ...whole, ...named },
  "id3v2-id3v1.mp3": plain,
  "id3v2-id3v23.mp3": { ...plain, ...minor },
  "metaflac.flac": { ...song, ...more, ...named, hasCover: true },
  "sox.flac": song,
  "sox.ogg": song,
  "vorbiscomment.ogg": { ...song, ...more, ...named },
};

it.each(Object.entries(FILES))("%s is read in every field", async (name, { hasCover = false, ...said }) => {
  const { tags, cover } = await readEmbeddedTags(`${FOLDER}/${name}`);
  expect(tags).toEqual({ ...NO_FILE_TAGS, ...said });
  expect(cover !== null).toBe(hasCover);
});

it("no file is forgotten", () => {
  expect(readdirSync(FOLDER).filter((name) => name !== "VERSIONS")).toEqual(Object.keys(FILES));
});

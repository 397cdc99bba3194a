import { closeSync, openSync } from "node:fs";
import { XMLParser } from "fast-xml-parser";
import {
  CouldNotDetermineFileTypeError,
  type IAudioMetadata,
  type ICommonTagsResult,
  parseFile,
  selectCover,
  UnsupportedFileTypeError,
} from "music-metadata";
import { type FilePath, openFileSource } from "@/lib/analysis/decode/containers/byte-source";
import { parseKey } from "@/lib/music/key-text";
import { type FileTags, NO_FILE_TAGS } from "./schema";
import { TagText } from "./tag-text";
import { readWavChunks, type WavChunkTags } from "./wav-chunks";

/** A cover as it stands in the file. It comes from a stranger: re-encode it before anybody sees it. */
export interface RawCover {
  bytes: Uint8Array;
}

export interface EmbeddedTags {
  tags: FileTags;
  cover: RawCover | null;
}

const MAX_COVER_BYTES = 16 * 1024 * 1024;

/**
 * Reads the tags and chunks of an audio file. Damaged tags are left out and noted; they never fail. Time and memory are
 * bounded by the process that runs this, not here: tags come from strangers.
 */
export async function readEmbeddedTags(path: FilePath): Promise<EmbeddedTags> {
  const clean = new TagText();
  const metadata = await parsed(path, clean);
  const chunks = chunksOf(path, clean);
  const tags = metadata ? commonTags(metadata.common, clean) : { ...NO_FILE_TAGS };
  if (metadata) addPlainTags(metadata, tags, clean);
  if (metadata) addBroadcastTags(metadata, tags, clean);
  if (chunks) addChunkTags(chunks, tags, clean);
  const cover = metadata ? coverOf(metadata, clean) : null;
  return { tags: { ...tags, notes: [...clean.notes] }, cover };
}

/** Opened by number, where the system can, so that neither the name nor its ending decides what is read. */
async function parsed(path: FilePath, clean: TagText): Promise<IAudioMetadata | null> {
  const descriptor = openSync(path, "r");
  try {
    const opened = process.platform === "win32" ? String(path) : `/dev/fd/${descriptor}`;
    return await parseFile(opened, { duration: false });
  } catch (error) {
    // A kind of file that carries no tags we know is not damaged.
    const isUnknown = error instanceof CouldNotDetermineFileTypeError || error instanceof UnsupportedFileTypeError;
    if (!isUnknown) clean.notes.add("damaged_tags");
    return null;
  } finally {
    closeSync(descriptor);
  }
}

function chunksOf(path: FilePath, clean: TagText): WavChunkTags | null {
  const source = openFileSource(path);
  try {
    return readWavChunks(source, clean);
  } catch {
    clean.notes.add("damaged_tags");
    return null;
  } finally {
    source.close();
  }
}

function commonTags(common: ICommonTagsResult, clean: TagText): FileTags {
  const rating = common.rating?.find(({ rating: value }) => value !== undefined)?.rating;
  return {
    ...NO_FILE_TAGS,
    title: clean.line(common.title),
    artist: clean.line(common.artist),
    album: clean.line(common.album),
    albumArtist: clean.line(common.albumartist),
    track: counted(common.track?.no),
    disc: counted(common.disk?.no),
    year: yearOf(common),
    genres: clean.list(common.genre ?? []),
    comment: clean.comment(common.comment?.map(({ text }) => text).find((text) => text !== undefined)),
    keywords: clean.list(common.keywords ?? []),
    bpm: tempo(common.bpm),
    key: parseKey(clean.line(common.key) ?? ""),
    rating: typeof rating === "number" && rating >= 0 && rating <= 1 ? rating : null,
  };
}

/** How programs name a field of their own, before its name: in ID3v2, APEv2 and MP4. */
const OWN_FIELD = /^(?:TXXX:|----:[^:]*:)/;

/** What DJ programs and converters write under a name of their own instead of the format's standard field. */
function addPlainTags({ native }: IAudioMetadata, tags: FileTags, clean: TagText): void {
  const values = new Map<string, unknown>();
  for (const { id, value } of Object.values(native).flat()) {
    const name = id.replace(OWN_FIELD, "").toUpperCase();
    if (!values.has(name)) values.set(name, value);
  }
  const text = (name: string) => clean.line(values.get(name)) ?? "";
  tags.comment ??= clean.comment(values.get("COMMENT") ?? values.get("DESCRIPTION"));
  tags.key ??= parseKey(text("INITIALKEY")) ?? parseKey(text("INITIAL KEY")) ?? parseKey(text("KEY"));
  // The library cuts decimals off: 93.5 BPM would become 93.
  const written = text("TBPM") || text("BPM") || text("TEMPO");
  tags.bpm = tempo(written === "" ? undefined : Number(written.replace(",", "."))) ?? tags.bpm;
}

/** `bext`, as recorders and sound-effect libraries write it: the description is what other formats call the comment. */
function addBroadcastTags({ native }: IAudioMetadata, tags: FileTags, clean: TagText): void {
  const values = new Map((native.exif ?? []).map(({ id, value }) => [id, value]));
  tags.comment ??= clean.comment(values.get("bext.description"));
  tags.artist ??= clean.line(values.get("bext.originator"));
  const date = clean.line(values.get("bext.originationDate"));
  tags.year ??= date ? plausibleYear(Number(date.slice(0, 4))) : null;
}

function addChunkTags(chunks: WavChunkTags, tags: FileTags, clean: TagText): void {
  const { ixml, bpm, ...rest } = chunks;
  Object.assign(tags, rest);
  tags.bpm ??= bpm;
  if (ixml) addIxml(ixml, tags, clean);
}

const XML = new XMLParser({ ignoreAttributes: true, processEntities: false, parseTagValue: false });

/** iXML (Gallery Software's specification 2.10) with the fields of sound-effect libraries in `USER`. */
function addIxml(xml: string, tags: FileTags, clean: TagText): void {
  const root = xmlRoot(xml, clean);
  if (!root) return;
  const user = objectOf(root.USER) ?? {};
  tags.title ??= clean.line(user.TRACKTITLE) ?? clean.line(user.FXNAME);
  tags.artist ??= clean.line(user.ARTIST) ?? clean.line(user.DESIGNER);
  tags.album ??= clean.line(user.LIBRARY) ?? clean.line(root.PROJECT);
  tags.comment ??= clean.comment(user.DESCRIPTION) ?? clean.comment(root.NOTE);
  const keywords = clean.line(user.KEYWORDS)?.split(/[,;]/) ?? [];
  const categories = [user.CATEGORY, user.SUBCATEGORY];
  tags.keywords = clean.list([...tags.keywords, ...categories, ...keywords]);
}

function xmlRoot(xml: string, clean: TagText): Record<string, unknown> | null {
  try {
    const document: unknown = XML.parse(xml.slice(0, xml.lastIndexOf(">") + 1));
    return objectOf(objectOf(document)?.BWFXML);
  } catch {
    clean.notes.add("damaged_tags");
    return null;
  }
}

const objectOf = (value: unknown) =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : null;

function coverOf({ common }: IAudioMetadata, clean: TagText): RawCover | null {
  const picture = selectCover(common.picture);
  if (!picture || picture.data.length === 0) return null;
  if (picture.data.length <= MAX_COVER_BYTES) return { bytes: picture.data };
  clean.notes.add("cover_left_out");
  return null;
}

function tempo(bpm: number | undefined): number | null {
  return bpm !== undefined && bpm >= 20 && bpm <= 400 ? Math.round(bpm * 100) / 100 : null;
}

const counted = (value: number | null | undefined) =>
  Number.isInteger(value) && Number(value) > 0 && Number(value) < 10_000 ? Number(value) : null;

function yearOf(common: ICommonTagsResult): number | null {
  const written = common.year ?? Number((common.date ?? "").slice(0, 4));
  return plausibleYear(written);
}

const plausibleYear = (year: number) => (Number.isInteger(year) && year >= 1860 && year <= 2200 ? year : null);

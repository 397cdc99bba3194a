import { ascii, type ByteSource, viewOf } from "@/lib/analysis/decode/containers/byte-source";
import type { FileTags } from "./schema";
import type { TagText } from "./tag-text";

/** Chunks of a WAV that say something about the sound, as samplers and loop editors write them. */
export type WavChunkTags = Pick<FileTags, "bpm" | "kind" | "beats" | "rootNote" | "loops" | "cues"> & {
  /** The text of iXML, unparsed. */
  ixml: string | null;
};

const MAX_CHUNKS = 4096;
const MAX_POINTS = 256;
const MAX_IXML_BYTES = 256 * 1024;
const MAX_LIST_BYTES = 1024 * 1024;

const ACID_ONE_SHOT = 1;
const ACID_ROOT_SET = 2;

interface Chunk {
  id: string;
  offset: number;
  sizeBytes: number;
}

/** Reads `acid`, `smpl`, `cue ` with its labels, and iXML. Returns null if the file is no WAV. */
export function readWavChunks(source: ByteSource, clean: TagText): WavChunkTags | null {
  const head = source.read(0, 12);
  if (!["RIFF", "RF64", "BW64"].includes(ascii(head, 0, 4)) || ascii(head, 8, 4) !== "WAVE") return null;
  const tags: WavChunkTags = { bpm: null, kind: null, beats: null, rootNote: null, loops: [], cues: [], ixml: null };
  const chunks = listChunks(source, 12, source.sizeBytes);
  const sampleRateHz = sampleRateOf(source, chunks);
  const labels = labelsOf(source, chunks, clean);
  for (const chunk of chunks) {
    const read = (bytes: number) => source.read(chunk.offset, Math.min(bytes, chunk.sizeBytes));
    if (chunk.id === "acid") Object.assign(tags, acidTags(read(24)));
    if (chunk.id === "smpl") Object.assign(tags, samplerTags(read(36 + 24 * MAX_POINTS), sampleRateHz));
    if (chunk.id === "cue ") tags.cues = cuePoints(read(4 + 24 * MAX_POINTS), sampleRateHz, labels);
    if (chunk.id === "iXML") tags.ixml = new TextDecoder().decode(read(MAX_IXML_BYTES));
  }
  return tags;
}

function listChunks(source: ByteSource, start: number, end: number): Chunk[] {
  const chunks: Chunk[] = [];
  let longDataBytes: number | null = null;
  for (let offset = start; offset + 8 <= end && chunks.length < MAX_CHUNKS; ) {
    const header = source.read(offset, 8);
    if (header.length < 8) break;
    const id = ascii(header, 0, 4);
    let sizeBytes = viewOf(header).getUint32(4, true);
    if (id === "ds64") {
      const sizes = source.read(offset + 8, 16);
      if (sizes.length === 16) longDataBytes = Number(viewOf(sizes).getBigUint64(8, true));
    }
    if (id === "data" && sizeBytes === 0xffffffff && longDataBytes !== null) sizeBytes = longDataBytes;
    chunks.push({ id, offset: offset + 8, sizeBytes: Math.min(sizeBytes, end - offset - 8) });
    offset += 8 + sizeBytes + (sizeBytes % 2);
  }
  return chunks;
}

function sampleRateOf(source: ByteSource, chunks: Chunk[]): number {
  const format = chunks.find(({ id }) => id === "fmt ");
  const fields = format ? source.read(format.offset, 8) : new Uint8Array(0);
  return fields.length === 8 ? viewOf(fields).getUint32(4, true) : 0;
}

function acidTags(bytes: Uint8Array): Partial<WavChunkTags> {
  if (bytes.length < 24) return {};
  const fields = viewOf(bytes);
  const flags = fields.getUint32(0, true);
  const isOneShot = (flags & ACID_ONE_SHOT) !== 0;
  const root = fields.getUint16(4, true);
  const beats = fields.getUint32(12, true);
  const bpm = fields.getFloat32(20, true);
  return {
    kind: isOneShot ? "one-shot" : "loop",
    beats: !isOneShot && beats > 0 && beats < 10_000 ? beats : null,
    bpm: !isOneShot && bpm >= 20 && bpm <= 400 ? Math.round(bpm * 100) / 100 : null,
    ...((flags & ACID_ROOT_SET) !== 0 && root <= 127 ? { rootNote: root } : {}),
  };
}

function samplerTags(bytes: Uint8Array, sampleRateHz: number): Partial<WavChunkTags> {
  if (bytes.length < 36) return {};
  const fields = viewOf(bytes);
  const note = fields.getUint32(12, true);
  const count = Math.min(fields.getUint32(28, true), MAX_POINTS, Math.floor((bytes.length - 36) / 24));
  const loops: WavChunkTags["loops"] = [];
  for (let at = 0; at < count && sampleRateHz > 0; at++) {
    const start = fields.getUint32(36 + at * 24 + 8, true);
    const end = fields.getUint32(36 + at * 24 + 12, true);
    // The last sample of a loop is played, so the loop ends after it.
    if (end >= start) loops.push({ startSeconds: start / sampleRateHz, endSeconds: (end + 1) / sampleRateHz });
  }
  // Many writers leave 0 where they know no note: with no loop either, the chunk says nothing.
  const saysNote = note <= 127 && (note > 0 || loops.length > 0);
  return { loops, ...(saysNote ? { rootNote: note } : {}) };
}

function cuePoints(bytes: Uint8Array, sampleRateHz: number, labels: Map<number, string | null>): WavChunkTags["cues"] {
  if (bytes.length < 4 || sampleRateHz <= 0) return [];
  const fields = viewOf(bytes);
  const count = Math.min(fields.getUint32(0, true), MAX_POINTS, Math.floor((bytes.length - 4) / 24));
  const points: WavChunkTags["cues"] = [];
  for (let at = 0; at < count; at++) {
    const id = fields.getUint32(4 + at * 24, true);
    const frame = fields.getUint32(4 + at * 24 + 20, true);
    points.push({ seconds: frame / sampleRateHz, label: labels.get(id) ?? null });
  }
  return points.sort((a, b) => a.seconds - b.seconds);
}

/** Labels of cue points, from `LIST adtl`. */
function labelsOf(source: ByteSource, chunks: Chunk[], clean: TagText): Map<number, string | null> {
  const labels = new Map<number, string | null>();
  for (const list of chunks.filter(({ id }) => id === "LIST")) {
    if (ascii(source.read(list.offset, 4), 0, 4) !== "adtl") continue;
    const end = list.offset + Math.min(list.sizeBytes, MAX_LIST_BYTES);
    for (const { id, offset, sizeBytes } of listChunks(source, list.offset + 4, end)) {
      if (id !== "labl" || sizeBytes < 5 || labels.size >= MAX_POINTS) continue;
      const bytes = source.read(offset, Math.min(sizeBytes, 1024));
      const text = new TextDecoder().decode(bytes.subarray(4));
      labels.set(viewOf(bytes).getUint32(0, true), clean.line(text));
    }
  }
  return labels;
}

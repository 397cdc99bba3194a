import { ascii, type ByteReader, viewOf } from "./byte-reader";
import { editedId3, newId3 } from "./id3";
import { type IffChunk, type IffFile, iffChunks, keptChunk, newChunk } from "./iff-chunks";
import { type Piece, sizeOfAll } from "./pieces";
import { acidChunk, samplerChunk, type WavSound } from "./sampler-chunks";
import { texts, type WantedTags } from "./wanted-tags";

/** AIFF and AIFF-C: an `ID3 ` chunk. */
export async function taggedAiff(reader: ByteReader, wanted: WantedTags): Promise<Piece[] | null> {
  const head = await reader.read(0, 12);
  if (ascii(head, 0, 4) !== "FORM" || !["AIFF", "AIFC"].includes(ascii(head, 8, 4))) return null;
  const file = await iffChunks(reader, { littleEndian: false, sound: "SSND" });
  if (!file) return null;
  const tag = await id3Chunk(reader, file, "ID3 ", wanted, false);
  if (!tag) return null;
  const body = rewritten(file, new Set(tag.replaced), tag.pieces, "SSND");
  const sizeBytes = 4 + sizeOfAll(body);
  if (sizeBytes > 0xffffffff) return null;
  const start = Buffer.from(head);
  start.writeUInt32BE(sizeBytes, 4);
  return [start, ...body, { from: file.formEnd, to: reader.sizeBytes }];
}

/** WAV, and RF64 for more than 4 GB: an `id3 ` chunk, and `acid` and `smpl` for samplers and loop editors. */
export async function taggedWav(reader: ByteReader, wanted: WantedTags): Promise<Piece[] | null> {
  const head = await reader.read(0, 12);
  const form = ascii(head, 0, 4);
  if (!["RIFF", "RF64", "BW64"].includes(form) || ascii(head, 8, 4) !== "WAVE") return null;
  const long = form === "RIFF" ? null : await longSizes(reader);
  if (form !== "RIFF" && !long) return null;
  const file = await iffChunks(reader, { littleEndian: true, sound: "data", ...long });
  if (!file) return null;
  const tag = await id3Chunk(reader, file, "id3 ", wanted, true);
  if (!tag) return null;
  const sound = await soundOf(reader, file, wanted);
  const replaced = new Set(tag.replaced);
  const added = [...tag.pieces];
  for (const [id, write] of [
    ["acid", acidChunk],
    ["smpl", samplerChunk],
  ] as const) {
    const old = file.chunks.find((chunk) => chunk.id === id);
    // It holds sampler data, which must not be cut.
    if (old && old.sizeBytes > MOST_SAMPLER_BYTES) continue;
    const bytes = write(old ? await reader.read(old.bodyOffset, old.sizeBytes) : null, wanted, sound);
    if (!bytes) continue;
    if (old) replaced.add(old);
    added.push(...newChunk(id, [bytes], bytes.length, true));
  }
  return withRiffSize(reader, head, file, rewritten(file, replaced, added, "data"));
}

const MOST_SAMPLER_BYTES = 64 * 1024;

/** The sizes of more than 32 bits, in the chunk that comes first. */
async function longSizes(reader: ByteReader): Promise<{ soundBytes: number; formBytes: number } | null> {
  const bytes = await reader.read(12, 36);
  if (bytes.length < 36 || ascii(bytes, 0, 4) !== "ds64") return null;
  const view = viewOf(bytes);
  return { formBytes: Number(view.getBigUint64(8, true)), soundBytes: Number(view.getBigUint64(16, true)) };
}

/** Formats in which a frame has always the same number of bytes: integers, floats, and both in the extensible form. */
const PLAIN_FORMATS = new Set([1, 3, 0xfffe]);

async function soundOf(reader: ByteReader, file: IffFile, { durationSeconds }: WantedTags): Promise<WavSound> {
  const format = file.chunks.find(({ id }) => id === "fmt ");
  const data = file.chunks.find(({ id }) => id === "data");
  const fields = format ? await reader.read(format.bodyOffset, 16) : new Uint8Array(0);
  if (fields.length < 16 || !data) return { sampleRateHz: 0, frames: 0 };
  const view = viewOf(fields);
  const sampleRateHz = view.getUint32(4, true);
  const frameBytes = view.getUint16(12, true);
  const isPlain = PLAIN_FORMATS.has(view.getUint16(0, true)) && frameBytes > 0 && file.soundIsWhole;
  const frames = isPlain ? Math.floor(data.sizeBytes / frameBytes) : Math.round(durationSeconds * sampleRateHz);
  return { sampleRateHz, frames };
}

async function id3Chunk(
  reader: ByteReader,
  { chunks }: IffFile,
  usualId: string,
  wanted: WantedTags,
  littleEndian: boolean,
): Promise<{ replaced: IffChunk[]; pieces: Piece[] } | null> {
  const frames = texts(wanted);
  if (Object.keys(frames).length === 0) return { replaced: [], pieces: [] };
  const old = chunks.find(({ id }) => id.toUpperCase() === "ID3 ");
  const where = old && { from: old.bodyOffset, to: old.bodyOffset + old.sizeBytes };
  const tag = where ? await editedId3(reader, where, frames) : [newId3(frames)];
  if (!tag) return null;
  return { replaced: old ? [old] : [], pieces: newChunk(old?.id ?? usualId, tag, sizeOfAll(tag), littleEndian) };
}

/**
 * All chunks but the replaced ones, with the new ones behind them. Where the sound's length is in doubt, whatever stands
 * behind it would be taken for sound: then they stand before it.
 */
function rewritten(file: IffFile, replaced: ReadonlySet<IffChunk>, added: Piece[], sound: string): Piece[] {
  const kept = (chunks: readonly IffChunk[]) => chunks.filter((chunk) => !replaced.has(chunk)).flatMap(keptChunk);
  if (file.soundIsWhole) return [...kept(file.chunks), ...added, { from: file.chunksEnd, to: file.formEnd }];
  const at = file.chunks.findIndex(({ id }) => id === sound);
  return [...kept(file.chunks.slice(0, at)), ...added, { from: file.chunksEnd, to: file.formEnd }];
}

function withRiffSize(reader: ByteReader, head: Uint8Array, file: IffFile, body: Piece[]): Piece[] | null {
  const start = Buffer.from(head);
  const old = start.readUInt32LE(4);
  const sizeBytes = 4 + sizeOfAll(body);
  const rest = { from: file.formEnd, to: reader.sizeBytes };
  if (ascii(head, 0, 4) !== "RIFF") {
    const [ds64, ...others] = body;
    if (!ds64 || ds64 instanceof Uint8Array) return null;
    const long = Buffer.alloc(8);
    long.writeBigUInt64LE(BigInt(sizeBytes));
    return [
      start,
      { from: ds64.from, to: ds64.from + 8 },
      long,
      { from: ds64.from + 16, to: ds64.to },
      ...others,
      rest,
    ];
  }
  // A recorder that broke off left 0 or all ones, and readers know that.
  if (old !== 0 && old !== 0xffffffff) {
    if (sizeBytes > 0xfffffffe) return null;
    start.writeUInt32LE(sizeBytes, 4);
  }
  return [start, ...body, rest];
}

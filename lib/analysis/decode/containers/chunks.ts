import { ascii, type ByteSource, viewOf } from "./byte-source";

/** A chunk of RIFF or IFF. Its size is what it claims, or what `sizeOf` made of that. */
export interface Chunk {
  id: string;
  bodyOffset: number;
  sizeBytes: number;
}

export interface ChunkOptions {
  littleEndian: boolean;
  /** Ids that tell a real header from bytes that look like one. */
  known: ReadonlySet<string>;
  /** Corrects the size of a chunk whose header cannot be believed. */
  sizeOf?: (chunk: Chunk) => number;
}

const MAX_CHUNKS = 4096;

/**
 * The chunks from `from` on. A chunk of odd length should be followed by a pad byte, but
 * some programs write none, so the next header is looked for at both places.
 */
export function* chunksFrom(source: ByteSource, from: number, options: ChunkOptions): Generator<Chunk> {
  let offset = from;
  for (let count = 0; count < MAX_CHUNKS && offset + 8 <= source.sizeBytes; count++) {
    const chunk = chunkAt(source, offset, options.littleEndian);
    const sizeBytes = options.sizeOf?.(chunk) ?? chunk.sizeBytes;
    yield { ...chunk, sizeBytes };
    offset = chunk.bodyOffset + sizeBytes;
    if (sizeBytes % 2 === 1 && !isUnpadded(source, offset, options)) offset++;
  }
}

function isUnpadded(source: ByteSource, offset: number, { littleEndian, known }: ChunkOptions): boolean {
  if (offset + 8 > source.sizeBytes) return false;
  return known.has(chunkAt(source, offset, littleEndian).id) && !known.has(ascii(source.read(offset + 1, 4), 0, 4));
}

function chunkAt(source: ByteSource, offset: number, littleEndian: boolean): Chunk {
  const header = source.read(offset, 8);
  return { id: ascii(header, 0, 4), bodyOffset: offset + 8, sizeBytes: viewOf(header).getUint32(4, littleEndian) };
}

const isPrintable = (id: string) => /^[\x20-\x7e]{4}$/.test(id);

/** Whether a real chunk begins at `offset`: one that fits into the file. */
export function chunkFits(source: ByteSource, offset: number, littleEndian: boolean): boolean {
  if (offset + 8 > source.sizeBytes) return false;
  const chunk = chunkAt(source, offset, littleEndian);
  return isPrintable(chunk.id) && chunk.bodyOffset + chunk.sizeBytes <= source.sizeBytes;
}

/** Ids that begin a container, or sound once more. Neither belongs to the sound before it. */
const OTHER_SOUND = new Set(["RIFF", "RIFX", "RF64", "BW64", "FORM", "OggS", "fLaC", "caff", "data", "SSND"]);

/** Where the container ends that has its sound up to `offset`: behind the chunks that follow the sound. */
export function endOfChunks(source: ByteSource, offset: number, options: ChunkOptions): number {
  let end = Math.min(offset, source.sizeBytes);
  const padded = offset % 2 === 1 && !isUnpadded(source, offset, options) ? offset + 1 : offset;
  for (const { id, bodyOffset, sizeBytes } of chunksFrom(source, padded, options)) {
    const isChunk = isPrintable(id) && bodyOffset + sizeBytes <= source.sizeBytes;
    if (!isChunk || OTHER_SOUND.has(id)) break;
    end = bodyOffset + sizeBytes;
  }
  // A pad byte belongs to the chunk before it.
  return end % 2 === 1 && source.read(end, 1)[0] === 0 ? end + 1 : end;
}

import { ascii, type ByteReader, viewOf } from "./byte-reader";
import type { Piece } from "./pieces";

/** A chunk of RIFF or IFF, where it stands. */
export interface IffChunk {
  id: string;
  offset: number;
  bodyOffset: number;
  sizeBytes: number;
}

export interface IffFile {
  chunks: IffChunk[];
  /** Where the last of them ends. What follows up to `formEnd` cannot be read as chunks, and is kept. */
  chunksEnd: number;
  /** Where the container says that it ends. */
  formEnd: number;
  /** Whether the sound ends where its chunk says. If not, nothing may be put behind it. */
  soundIsWhole: boolean;
}

const MOST_CHUNKS = 4096;
const UNKNOWN = 0xffffffff;
const isPrintable = (bytes: Uint8Array) => bytes.length >= 4 && /^[\x20-\x7e]{4}$/.test(ascii(bytes, 0, 4));

export interface IffKind {
  littleEndian: boolean;
  /** The chunk with the sound. */
  sound: string;
  /** Its length, if the chunk's own field is too short for it. */
  soundBytes?: number | null;
  /** The same for the container. */
  formBytes?: number | null;
}

/** The chunks behind the twelve bytes of the container's head. Null if there is no sound among them. */
export async function iffChunks(reader: ByteReader, kind: IffKind): Promise<IffFile | null> {
  const uint32 = (bytes: Uint8Array, at: number) => viewOf(bytes).getUint32(at, kind.littleEndian);
  const declared = kind.formBytes ?? uint32(await reader.read(0, 12), 4);
  const isBelieved = declared > 4 && declared !== UNKNOWN && 8 + declared <= reader.sizeBytes;
  const formEnd = isBelieved ? 8 + declared : reader.sizeBytes;
  const chunks: IffChunk[] = [];
  let at = 12;
  let sound: IffChunk | undefined;
  while (chunks.length < MOST_CHUNKS && at + 8 <= formEnd) {
    const head = await reader.read(at, 8);
    if (head.length < 8 || !isPrintable(head)) break;
    const id = ascii(head, 0, 4);
    const own = uint32(head, 4);
    const isLong = id === kind.sound && own === UNKNOWN && kind.soundBytes;
    const chunk = { id, offset: at, bodyOffset: at + 8, sizeBytes: isLong ? (kind.soundBytes as number) : own };
    const end = chunk.bodyOffset + chunk.sizeBytes;
    if (id === kind.sound) sound ??= chunk;
    if (end > formEnd || (chunk === sound && chunk.sizeBytes === 0)) {
      return chunk === sound ? { chunks: [...chunks, chunk], chunksEnd: at, formEnd, soundIsWhole: false } : done();
    }
    chunks.push(chunk);
    at = end % 2 === 1 && (await isPadded(reader, end, formEnd)) ? end + 1 : end;
  }
  function done(): IffFile | null {
    return sound ? { chunks, chunksEnd: at, formEnd, soundIsWhole: true } : null;
  }
  return done();
}

/** Offsets are even where the container's own is. Some programs leave the pad byte out. */
async function isPadded(reader: ByteReader, end: number, formEnd: number): Promise<boolean> {
  if (end >= formEnd) return false;
  const next = await reader.read(end, 5);
  return !(next[0] !== 0 && isPrintable(next) && !isPrintable(next.subarray(1)));
}

/** A chunk as it stands, with a pad byte if its length is odd. */
export function keptChunk({ offset, bodyOffset, sizeBytes }: IffChunk): Piece[] {
  const pad = sizeBytes % 2 === 1 ? [new Uint8Array(1)] : [];
  return [{ from: offset, to: bodyOffset + sizeBytes }, ...pad];
}

export function newChunk(id: string, pieces: readonly Piece[], sizeBytes: number, littleEndian: boolean): Piece[] {
  const head = Buffer.alloc(8);
  head.write(id, "latin1");
  if (littleEndian) head.writeUInt32LE(sizeBytes, 4);
  else head.writeUInt32BE(sizeBytes, 4);
  return [head, ...pieces, ...(sizeBytes % 2 === 1 ? [new Uint8Array(1)] : [])];
}

import { viewOf } from "./byte-reader";
import type { Id3Frames } from "./id3";

/** The fields as DJ programs and taggers name them. */
const FIELDS = { bpm: "BPM", key: "INITIALKEY" } as const;

const VENDOR = "SampleMind";

/** More than anybody writes. Each is an object in memory, and a crafted file could hold millions. */
const ENTRIES_MAX = 10_000;

/**
 * A Vorbis comment with our fields in place of its own; `null` makes a new one. All others, their order and the vendor
 * stay. What stands behind the list, as in Opus and Vorbis, is kept. Returns null if it cannot be read.
 */
export function editedComment(comment: Uint8Array | null, wanted: Id3Frames): Buffer | null {
  const found = comment ? read(comment) : { vendor: Buffer.from(VENDOR), entries: [], rest: new Uint8Array(0) };
  if (!found) return null;
  const fields = (["bpm", "key"] as const).filter((of) => wanted[of] !== undefined);
  const taken = fields.map((of) => `${FIELDS[of]}=`);
  const isTaken = (entry: Uint8Array) => {
    const name = Buffer.from(entry.subarray(0, 16)).toString("latin1").toUpperCase();
    return taken.some((begin) => name.startsWith(begin));
  };
  const entries = [
    ...found.entries.filter((entry) => !isTaken(entry)),
    ...fields.map((of) => Buffer.from(`${FIELDS[of]}=${wanted[of]}`)),
  ];
  const withLength = (bytes: Uint8Array) => [uint32(bytes.length), bytes];
  return Buffer.concat([
    ...withLength(found.vendor),
    uint32(entries.length),
    ...entries.flatMap(withLength),
    found.rest,
  ]);
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

function read(comment: Uint8Array): { vendor: Uint8Array; entries: Uint8Array[]; rest: Uint8Array } | null {
  const view = viewOf(comment);
  let at = 0;
  const next = (): Uint8Array | null => {
    if (at + 4 > comment.length) return null;
    const end = at + 4 + view.getUint32(at, true);
    if (end > comment.length) return null;
    const bytes = comment.subarray(at + 4, end);
    at = end;
    return bytes;
  };
  const vendor = next();
  if (!vendor || at + 4 > comment.length) return null;
  const count = view.getUint32(at, true);
  if (count > ENTRIES_MAX) return null;
  at += 4;
  const entries: Uint8Array[] = [];
  for (let index = 0; index < count; index++) {
    const entry = next();
    if (!entry) return null;
    entries.push(entry);
  }
  return { vendor, entries, rest: comment.subarray(at) };
}

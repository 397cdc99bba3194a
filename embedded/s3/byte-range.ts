import { S3Error } from "./s3-error";

export interface ByteRange {
  start: number;
  /** Exclusive. */
  end: number;
}

/**
 * One `bytes=` range of an object: `0-99`, `100-` or `-100`. Returns null if the whole object is to be sent: no header,
 * several ranges or another unit. Throws InvalidRange if the range holds no byte of the object.
 */
export function parseByteRange(header: string | null, sizeBytes: number): ByteRange | null {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? "");
  const [, first = "", last = ""] = match ?? [];
  if (!match || (first === "" && last === "")) return null;
  if (first !== "" && last !== "" && Number(last) < Number(first)) return null;
  const start = first === "" ? Math.max(0, sizeBytes - Number(last)) : Number(first);
  const end = first === "" || last === "" ? sizeBytes : Math.min(sizeBytes, Number(last) + 1);
  if (start >= sizeBytes || start >= end) {
    throw new S3Error("InvalidRange", "The requested range is not satisfiable.", {
      headers: { "content-range": `bytes */${sizeBytes}` },
    });
  }
  return { start, end };
}

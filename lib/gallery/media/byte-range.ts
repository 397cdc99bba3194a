/** Both ends belong to it. */
export interface ByteSpan {
  first: number;
  last: number;
}

/**
 * Which part of an object a `Range` header asks for (RFC 9110 §14.2). Null for all of it: without the header, with a unit
 * or syntax that is not understood, and for several parts, which may be answered so. `beyond` if there is nothing there.
 */
export function byteRange(header: string | null, sizeBytes: number): ByteSpan | "beyond" | null {
  const match = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? "");
  if (!match) return null;
  const [, from = "", to = ""] = match;
  if (from === "" && to === "") return null;
  if (from === "") {
    const length = Math.min(Number(to), sizeBytes);
    return length === 0 ? "beyond" : { first: sizeBytes - length, last: sizeBytes - 1 };
  }
  const first = Number(from);
  if (to !== "" && Number(to) < first) return null;
  if (first >= sizeBytes) return "beyond";
  return { first, last: to === "" ? sizeBytes - 1 : Math.min(Number(to), sizeBytes - 1) };
}

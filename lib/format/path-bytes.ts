import { isUtf8 } from "node:buffer";

/** A path as the system has it. Names are bytes: those that are not UTF-8 stay a buffer, because text would lose them. */
export type PathBytes = string | Buffer;

/** Text if the bytes are UTF-8. */
export function pathOf(bytes: Buffer): PathBytes {
  return isUtf8(bytes) ? bytes.toString("utf8") : bytes;
}

/** The path for people: bytes that are not UTF-8 are escaped, `Beyonc\xE9.wav`. */
export function shownPath(path: PathBytes): string {
  if (typeof path === "string") return path;
  let text = "";
  for (let at = 0; at < path.length; ) {
    const length = [4, 3, 2, 1].find((count) => isCharacter(path.subarray(at, at + count), count)) ?? 0;
    if (length > 0) text += path.toString("utf8", at, at + length);
    else text += `\\x${(path[at] as number).toString(16).toUpperCase().padStart(2, "0")}`;
    at += Math.max(1, length);
  }
  return text;
}

/** Whether these bytes are exactly one character of so many bytes. */
function isCharacter(bytes: Buffer, length: number): boolean {
  return bytes.length === length && isUtf8(bytes) && [...bytes.toString("utf8")].length === 1;
}

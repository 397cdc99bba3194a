import { isUtf8 } from "node:buffer";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";

/** A path as the system has it. Names are bytes: those that are not UTF-8 stay a buffer, because text would lose them. */
export type PathBytes = string | Buffer;

const SEPARATOR = Buffer.from("/");

/** Text if the bytes are UTF-8. */
export function pathOf(bytes: Buffer): PathBytes {
  return isUtf8(bytes) ? bytes.toString("utf8") : bytes;
}

export function joinedPath(folder: PathBytes, name: PathBytes): PathBytes {
  if (typeof folder === "string" && typeof name === "string") return join(folder, name);
  const head = Buffer.from(folder);
  const between = head.at(-1) === SEPARATOR[0] ? [] : [SEPARATOR];
  return pathOf(Buffer.concat([head, ...between, Buffer.from(name)]));
}

export function absolutePath(base: string, path: PathBytes): PathBytes {
  if (typeof path === "string") return resolve(base, path);
  return path[0] === SEPARATOR[0] ? path : joinedPath(base, path);
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

const LOST = "\u{fffd}";
/** This process, the shell that npm started, npm itself, and a wrapper or two. */
const MOST_ANCESTORS = 6;

/**
 * The arguments as they were typed. Node, and npm before it, read them as UTF-8 and lose other bytes; Linux still has
 * them in the command line of the process that was given them first.
 */
export function typedArguments(args: readonly string[], commandLines?: readonly Buffer[][]): PathBytes[] {
  if (!args.some((argument) => argument.includes(LOST))) return [...args];
  const typed = (commandLines ?? ancestorCommandLines()).flat().filter((argument) => !isUtf8(argument));
  return args.map((argument) => {
    if (!argument.includes(LOST)) return argument;
    const found = typed.findIndex((bytes) => bytes.toString("utf8") === argument);
    // Two names may look alike once their bytes are lost, so each is taken once.
    return found < 0 ? argument : (typed.splice(found, 1)[0] as Buffer);
  });
}

/** The arguments of this process and of those above it, the nearest that still has the bytes first. */
function ancestorCommandLines(): Buffer[][] {
  const lines: Buffer[][] = [];
  try {
    let pid = "self";
    for (let count = 0; count < MOST_ANCESTORS && pid !== "0"; count++) {
      lines.push(splitAtZeros(readFileSync(`/proc/${pid}/cmdline`)));
      // A name in brackets may hold spaces, so the fields are counted from behind it.
      const fields = readFileSync(`/proc/${pid}/stat`, "latin1").split(") ").at(-1)?.split(" ") ?? [];
      pid = fields[1] ?? "0";
    }
  } catch {
    // Not Linux, or a process that may not be looked at.
  }
  return lines.filter((line) => line.some((argument) => !isUtf8(argument))).slice(0, 1);
}

function splitAtZeros(bytes: Buffer): Buffer[] {
  const parts: Buffer[] = [];
  let start = 0;
  for (let at = bytes.indexOf(0); at >= 0; at = bytes.indexOf(0, start)) {
    parts.push(bytes.subarray(start, at));
    start = at + 1;
  }
  return parts;
}

import { isUtf8 } from "node:buffer";
import { readFileSync } from "node:fs";
import type { PathBytes } from "@/lib/format/path-bytes";

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

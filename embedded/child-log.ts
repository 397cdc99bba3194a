import { closeSync, existsSync, mkdirSync, openSync, readFileSync, readSync, renameSync, statSync } from "node:fs";
import { join } from "node:path";

const KEPT_STARTS = 3;
const TAIL_BYTES = 16_384;

/** The log file of one service. A new start moves the earlier ones to `name.1.log`, `name.2.log`, … */
export function openLog(dataDirectory: string, name: string): string {
  const folder = join(dataDirectory, "logs");
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const nth = (n: number) => join(folder, n === 0 ? `${name}.log` : `${name}.${n}.log`);
  for (let n = KEPT_STARTS - 1; n >= 0; n--) {
    if (existsSync(nth(n))) renameSync(nth(n), nth(n + 1));
  }
  return nth(0);
}

/** The last lines of a log, for a message about what went wrong. */
export function lastLines(path: string, count = 15): string {
  if (!existsSync(path)) return "";
  const sizeBytes = statSync(path).size;
  const length = Math.min(TAIL_BYTES, sizeBytes);
  const buffer = Buffer.alloc(length);
  const file = openSync(path, "r");
  readSync(file, buffer, 0, length, sizeBytes - length);
  closeSync(file);
  return buffer.toString("utf8").trimEnd().split("\n").slice(-count).join("\n");
}

/** The first lines that were logged after `startBytes`. */
export function logSince(path: string, startBytes: number): string {
  return existsSync(path)
    ? readFileSync(path)
        .subarray(startBytes, startBytes + TAIL_BYTES)
        .toString("utf8")
    : "";
}

import { join, resolve } from "node:path";
import { type PathBytes, pathOf } from "@/lib/format/path-bytes";

const SEPARATOR = Buffer.from("/");

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

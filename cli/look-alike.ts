import { readdir } from "node:fs/promises";
import { type PathBytes, pathOf } from "@/lib/format/path-bytes";
import { joinedPath } from "./joined-path";

/**
 * The path that looks like `path` once the bytes that are not UTF-8 are lost, as npm loses them on the way here; null if
 * there is none. Of several, one that is not in `taken` yet, if there is.
 */
export async function lookAlike(path: string, taken: Set<string>): Promise<PathBytes | null> {
  if (!path.includes("\u{fffd}") || !path.startsWith("/")) return null;
  const names = path.split("/").filter(Boolean);
  const found = (await alikeBelow("/", names, taken)) ?? (await alikeBelow("/", names, new Set()));
  if (found) taken.add(keyOf(found));
  return found;
}

async function alikeBelow(folder: PathBytes, names: readonly string[], taken: Set<string>): Promise<PathBytes | null> {
  const [name, ...rest] = names;
  if (name === undefined) return taken.has(keyOf(folder)) ? null : folder;
  if (!name.includes("\u{fffd}")) return alikeBelow(joinedPath(folder, name), rest, taken);
  const entries = await readdir(folder, { encoding: "buffer" }).catch(() => []);
  for (const entry of entries.filter((bytes) => bytes.toString("utf8") === name)) {
    const found = await alikeBelow(joinedPath(folder, pathOf(entry)), rest, taken);
    if (found) return found;
  }
  return null;
}

const keyOf = (path: PathBytes) => Buffer.from(path).toString("latin1");

import "server-only";
import { createHash } from "node:crypto";
import { realpath } from "node:fs/promises";
import { basename } from "node:path";
import { env } from "@/lib/env";
import { oneLine } from "@/lib/format/one-line";

/** A directory below which people may import folders. */
export interface AllowedDir {
  /** Names it to people, who do not see where it is. */
  key: string;
  /** As the operator wrote it. */
  root: string;
  /** The last part of it. */
  name: string;
}

export function allowedDirs(dirs: readonly string[] = env.IMPORT_DIRS): AllowedDir[] {
  const named = dirs.map((root) => ({ key: keyOf(root), root, name: oneLine(basename(root)) || "Disk" }));
  return named.map((dir, index) => {
    const before = named.slice(0, index).filter(({ name }) => name === dir.name).length;
    return before === 0 ? dir : { ...dir, name: `${dir.name} (${before + 1})` };
  });
}

const keyOf = (root: string) => createHash("sha256").update(root).digest("hex").slice(0, 16);

export const allowedDir = (key: string): AllowedDir | undefined => allowedDirs().find((dir) => dir.key === key);

/** Returns undefined if the operator does not allow the directory any more. */
export const allowedRoot = (root: string): AllowedDir | undefined => allowedDirs().find((dir) => dir.root === root);

/** Where the directory really is. The operator's own links are followed, those inside it never. */
export const realRoot = (root: string): Promise<Buffer> => realpath(root, { encoding: "buffer" });

import "server-only";
import type { Dirent } from "node:fs";
import { opendir } from "node:fs/promises";
import { isSystemFolder, leftOutReason } from "@/lib/format/audio-files";
import { below } from "@/lib/imports/relative-path";
import { openInside, pathOfFolder } from "./open-inside";

const ENTRIES_AT_ONCE = 256;

export interface FolderPage {
  /** In the order of their bytes. */
  names: Buffer[];
  hasMore: boolean;
  /** Files in the folder itself that an import would take. */
  audioFiles: number;
}

/**
 * The folders in one folder that come after `after`, as many as asked for. However many there are, no more than twice
 * as many are in memory. Hidden ones, those of the system and links are left out.
 * @throws Elsewhere; errors of the file system
 */
export async function listFolders(
  { root, folder }: { root: Buffer; folder: Buffer },
  { after, limit }: { after: Buffer | null; limit: number },
): Promise<FolderPage> {
  const handle = await openInside(root, folder, { isFolder: true });
  try {
    const first = new FirstNames(limit + 1);
    let audioFiles = 0;
    const entries = (await opendir(pathOfFolder(handle, below(root, folder)), {
      encoding: "buffer" as BufferEncoding,
      bufferSize: ENTRIES_AT_ONCE,
    })) as unknown as AsyncIterable<Omit<Dirent, "name"> & { name: Buffer }>;
    for await (const entry of entries) {
      const text = entry.name.toString("utf8");
      const reason = isSystemFolder(text) ? "system" : leftOutReason(text);
      if (entry.isFile() && reason === null) audioFiles += 1;
      if (!entry.isDirectory() || reason === "system" || reason === "hidden") continue;
      if (after === null || Buffer.compare(entry.name, after) > 0) first.add(entry.name);
    }
    const names = first.sorted();
    return { names: names.slice(0, limit), hasMore: names.length > limit, audioFiles };
  } finally {
    await handle.close();
  }
}

/** Keeps the first so many names of any number. */
class FirstNames {
  #names: Buffer[] = [];

  constructor(readonly limit: number) {}

  add(name: Buffer): void {
    this.#names.push(name);
    if (this.#names.length >= 2 * this.limit) this.#names = this.sorted();
  }

  sorted(): Buffer[] {
    return this.#names.sort(Buffer.compare).slice(0, this.limit);
  }
}

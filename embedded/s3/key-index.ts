import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { isAbsent, openObjectFile } from "./object-file";

const CONCURRENT_READS = 32;
/** A folder changed this recently may change again without a new time stamp, so its time stamp proves nothing yet. */
const SETTLED_AFTER_MS = 1_000;

export interface ListedKey {
  key: string;
  sizeBytes: number;
  etag: string;
  lastModifiedMs: number;
}

interface Shard {
  /** Null if the folder must be read again. */
  version: string | null;
  files: Map<string, { version: string; entry: ListedKey }>;
}

/**
 * A bucket's keys in order of their UTF-8 bytes. File names are hashes, so the order is kept in memory. A listing
 * stats the 256 folders, rereads those whose time stamp has changed and opens only their new files. Only the disk
 * counts: there is no index file that could be out of date, and writes of other processes are seen.
 */
export class KeyIndex {
  private readonly shards = new Map<string, Shard>();
  private sorted: ListedKey[] = [];
  private refreshing: Promise<void> | null = null;

  constructor(private readonly objectsDirectory: string) {}

  /** All keys, as of this call or later. The caller must not change the array. */
  async keys(): Promise<readonly ListedKey[]> {
    // A refresh that is already running may have read a folder before the caller's last write.
    await this.refreshing?.catch(() => undefined);
    this.refreshing ??= this.refresh().finally(() => {
      this.refreshing = null;
    });
    await this.refreshing;
    return this.sorted;
  }

  private async refresh(): Promise<void> {
    const names = await readdir(this.objectsDirectory).catch((error: unknown): string[] => {
      if (isAbsent(error)) return [];
      throw error;
    });
    let changed = false;
    for (const name of this.shards.keys()) {
      if (!names.includes(name)) changed = this.shards.delete(name) || changed;
    }
    const results = await mapBounded(names, (name) => this.refreshShard(name));
    if (!changed && !results.some(Boolean)) return;
    const entries = [...this.shards.values()].flatMap(({ files }) => [...files.values()].map(({ entry }) => entry));
    this.sorted = entries.sort((a, b) => compareUtf8(a.key, b.key));
  }

  private async refreshShard(name: string): Promise<boolean> {
    const directory = join(this.objectsDirectory, name);
    const lookedAtMs = Date.now();
    const { mtimeNs, mtimeMs } = await stat(directory, { bigint: true });
    const shard = this.shards.get(name) ?? { version: null, files: new Map() };
    if (shard.version === String(mtimeNs)) return false;
    this.shards.set(name, shard);
    const fileNames = await readdir(directory);
    let changed = false;
    const present = new Set(fileNames);
    for (const fileName of shard.files.keys()) {
      if (!present.has(fileName)) changed = shard.files.delete(fileName) || changed;
    }
    for (const fileName of fileNames) {
      changed = (await this.refreshFile(shard, join(directory, fileName), fileName)) || changed;
    }
    shard.version = lookedAtMs - Number(mtimeMs) > SETTLED_AFTER_MS ? String(mtimeNs) : null;
    return changed;
  }

  private async refreshFile(shard: Shard, path: string, fileName: string): Promise<boolean> {
    const stats = await stat(path, { bigint: true }).catch(() => null);
    const version = stats ? `${stats.ino} ${stats.ctimeNs} ${stats.size}` : "";
    if (stats && shard.files.get(fileName)?.version === version) return false;
    const object = stats && (await openObjectFile(path));
    await object?.handle.close();
    if (!object) return shard.files.delete(fileName);
    const { key, sizeBytes, etag, lastModifiedMs } = object.record;
    shard.files.set(fileName, { version, entry: { key, sizeBytes, etag, lastModifiedMs } });
    return true;
  }
}

/** The order of the UTF-8 bytes. UTF-16 code units differ only for surrogates against U+E000 and above. */
export function compareUtf8(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i += 1) {
    const [x, y] = [a.charCodeAt(i), b.charCodeAt(i)];
    if (x === y) continue;
    const [xIsSurrogate, yIsSurrogate] = [x >= 0xd800 && x <= 0xdfff, y >= 0xd800 && y <= 0xdfff];
    if (xIsSurrogate === yIsSurrogate) return x - y;
    return xIsSurrogate ? (y >= 0xe000 ? 1 : x - y) : x >= 0xe000 ? -1 : x - y;
  }
  return a.length - b.length;
}

async function mapBounded<T, R>(items: T[], task: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  const queue = items.entries();
  const worker = async () => {
    for (const [position, item] of queue) results[position] = await task(item);
  };
  await Promise.all(Array.from({ length: CONCURRENT_READS }, worker));
  return results;
}

import "server-only";
import { rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type DecodedFacts, OVERVIEW_FILE, segmentFile } from "@/lib/analysis/windows/decoded-file";
import { windowPool } from "@/lib/analysis/worker/pool";
import { inHeldFolder } from "@/lib/downloads/regions/held-folder";
import { digestObject } from "@/lib/pipeline/steps/object-reader";
import { holdLocalCopy, releaseLocalCopy } from "@/lib/platform/local-copies";
import { defaultFloorBytes, readDiskSpace } from "@/runtime/disk-floor";
import { DECODED_BYTES_MAX, DECODED_BYTES_OF_ONE_MAX, DECODED_IDLE_MS } from "./constants";

/** A decoded original on this machine. */
interface Decoded {
  folder: string;
  facts: DecodedFacts;
  sizeBytes: number;
  /** How many are reading it. It stays until they have. */
  readers: number;
  release: () => void;
  idle: NodeJS.Timeout | null;
}

export interface WantedOriginal {
  key: string;
  fairnessKey: string;
  /** As its record says. */
  durationSeconds: number;
  sampleRateHz: number;
  channels: number;
}

const ATTEMPTS_MAX = 4;

/**
 * Originals that this process has decoded, so that each is decoded once while somebody looks into it. They go when nobody has
 * looked for a while, when there are too many, when the original is deleted, and with the process.
 */
class DecodedOriginals {
  readonly #held = new Map<string, Decoded>();
  readonly #coming = new Map<string, Promise<boolean | null>>();
  /** The last of those that wait: one original at a time is copied and decoded, so that not all of them fill the disk. */
  #last: Promise<unknown> = Promise.resolve();

  /**
   * Reads something of an original, of which these segments must be there. `decode` is called around whatever takes a worker.
   * Null if there is no such original, or `decode` has let nothing happen.
   */
  async read<T>(
    original: WantedOriginal,
    segmentsOf: (frames: number) => number[],
    decode: (work: () => Promise<boolean>) => Promise<boolean | null>,
    read: (folder: string, facts: DecodedFacts) => Promise<T>,
  ): Promise<{ value: T } | "missing" | "busy"> {
    for (let attempt = 0; attempt < ATTEMPTS_MAX; attempt++) {
      const decoded = this.#held.get(original.key);
      const missing = decoded && segmentsOf(decoded.facts.frames).find((one) => !decoded.facts.segments.includes(one));
      if (decoded && missing === undefined) return { value: await this.#readFrom(original.key, decoded, read) };
      const total = Math.round(original.durationSeconds * original.sampleRateHz);
      const first = missing ?? segmentsOf(total)[0] ?? 0;
      const begin = () => decode(() => this.#inTurn(() => this.#make(original, first, decoded ?? null)));
      const outcome = await this.#once(original.key, begin);
      if (outcome !== true) return outcome === null ? "busy" : "missing";
    }
    // Others look at parts of the same long file, far from each other.
    return "busy";
  }

  drop(key: string): void {
    const decoded = this.#held.get(key);
    if (!decoded) return;
    this.#held.delete(key);
    releaseLocalCopy(key);
    if (decoded.idle) clearTimeout(decoded.idle);
    if (decoded.readers === 0) decoded.release();
  }

  async #readFrom<T>(key: string, decoded: Decoded, read: (folder: string, facts: DecodedFacts) => Promise<T>) {
    decoded.readers += 1;
    this.#touch(key, decoded);
    try {
      return await read(decoded.folder, decoded.facts);
    } finally {
      decoded.readers -= 1;
      if (decoded.readers === 0 && this.#held.get(key) !== decoded) decoded.release();
    }
  }

  /** Whoever comes while a file is decoded waits for the same result. */
  #once(key: string, begin: () => Promise<boolean | null>): Promise<boolean | null> {
    const coming = this.#coming.get(key);
    if (coming) return coming;
    const made = begin().finally(() => this.#coming.delete(key));
    this.#coming.set(key, made);
    return made;
  }

  #inTurn(work: () => Promise<boolean>): Promise<boolean> {
    const mine = this.#last.then(work);
    this.#last = mine.catch(() => {});
    return mine;
  }

  /** Decodes an original. Of a long one that is here already, it decodes the part that is missing. */
  async #make(original: WantedOriginal, first: number, earlier: Decoded | null): Promise<boolean> {
    const { key, fairnessKey } = original;
    const room = await this.#roomBytes();
    const decodedBytes = original.durationSeconds * original.sampleRateHz * original.channels * 4;
    const { value, release } = await inHeldFolder(async (folder) => {
      const path = join(folder, "original");
      if (!(await digestObject(key, { toPath: path }))) return null;
      const facts = await windowPool().keepDecoded({
        path,
        toFolder: folder,
        fairnessKey,
        fromSegment: decodedBytes <= room ? 0 : first,
        mostBytes: room,
      });
      await rm(path);
      return { folder, facts, sizeBytes: await sizeOf(folder, facts) };
    });
    if (!value) {
      release();
      return false;
    }
    if (earlier) this.drop(key);
    this.#hold(key, { ...value, release, readers: 0, idle: null });
    return true;
  }

  #hold(key: string, decoded: Decoded): void {
    this.#held.set(key, decoded);
    holdLocalCopy(key, () => this.drop(key));
    this.#touch(key, decoded);
    let bytes = [...this.#held.values()].reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
    // In the order in which they were last read.
    for (const [other, { sizeBytes }] of this.#held) {
      if (bytes <= DECODED_BYTES_MAX || other === key) break;
      bytes -= sizeBytes;
      this.drop(other);
    }
  }

  #touch(key: string, decoded: Decoded): void {
    this.#held.delete(key);
    this.#held.set(key, decoded);
    if (decoded.idle) decoded.idle.refresh();
    else decoded.idle = setTimeout(() => this.drop(key), DECODED_IDLE_MS).unref();
  }

  /** What the segments of one file may take: not more than a quarter of what the disk can spare. */
  async #roomBytes(): Promise<number> {
    const space = await readDiskSpace(tmpdir());
    const spare = Math.max(0, space.freeBytes - defaultFloorBytes(space));
    return Math.min(DECODED_BYTES_OF_ONE_MAX, Math.floor(spare / 4));
  }
}

async function sizeOf(folder: string, { segments }: DecodedFacts): Promise<number> {
  const names = [OVERVIEW_FILE, ...segments.map(segmentFile)];
  const sizes = await Promise.all(names.map(async (name) => (await stat(join(folder, name))).size));
  return sizes.reduce((sum, size) => sum + size, 0);
}

const ORIGINALS = Symbol.for("samplemind.decoded-originals");

/** The one of this process. */
export function decodedOriginals(): DecodedOriginals {
  const holder = globalThis as { [ORIGINALS]?: DecodedOriginals };
  holder[ORIGINALS] ??= new DecodedOriginals();
  return holder[ORIGINALS];
}

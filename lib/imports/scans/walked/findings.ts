import type { InnerDisk } from "@/lib/imports/disk/disks";
import type { Found } from "@/lib/imports/disk/walk";
import { DISKS_MAX, UNREADABLE_MAX } from "./bounds";
import type { FoundFile, UnreadablePlace } from "./writes";

/** One statement writes no more. */
const ROWS_AT_ONCE = 500;
/** So often the lease is renewed, however few files there are among what is left out. */
const WRITE_EVERY_MS = 5_000;

/** What a walk has found and not written yet, and what has to be known at its end. */
export class Findings {
  files = new Map<string, FoundFile>();
  unreadable = new Map<string, UnreadablePlace>();
  leftOut = 0;
  found = 0;
  /** Of all places that cannot be read, as many as can be considered. */
  readonly closed: Buffer[] = [];
  closedCount = 0;
  readonly disks: InnerDisk[] = [];
  #writtenAt = performance.now();

  take(entry: Found): void {
    // A folder that is written to meanwhile may give a name twice.
    if (entry.kind === "file") this.files.set(entry.path.toString("latin1"), entry);
    else if (entry.kind === "left_out") this.leftOut += entry.count;
    else if (entry.kind === "disk") atMost(this.disks, DISKS_MAX + 1, entry);
    else {
      this.unreadable.set(entry.path.toString("latin1"), entry);
      atMost(this.closed, UNREADABLE_MAX + 1, entry.path);
      this.closedCount += 1;
    }
  }

  get isToBeWritten(): boolean {
    const isFull = this.files.size >= ROWS_AT_ONCE || this.unreadable.size >= ROWS_AT_ONCE;
    return isFull || performance.now() - this.#writtenAt > WRITE_EVERY_MS;
  }

  written(): void {
    this.found += this.files.size;
    this.files = new Map();
    this.unreadable = new Map();
    this.leftOut = 0;
    this.#writtenAt = performance.now();
  }
}

/** Adds to a list, unless that has so many already. */
function atMost<Item>(list: Item[], most: number, item: Item): void {
  if (list.length < most) list.push(item);
}

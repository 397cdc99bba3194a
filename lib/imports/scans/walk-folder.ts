import "server-only";
import { asSystem } from "@/lib/audit/sources";
import { Unreachable } from "@/lib/imports/disk/disk-error";
import { walk } from "@/lib/imports/disk/walk";
import { inTransaction } from "@/lib/work/unit-of-work";
import type { ScanFolder } from "./lookups";
import { openScanFolder } from "./open-folder";
import { beginWalk, type FoundFile, finishWalk, hadFiles, writeFound, writeUnreadable } from "./walked/writes";
import { type ClaimedScan, holdScan, type ScanRun } from "./writes";

const ROWS_AT_ONCE = 500;
/** So often the lease is renewed, however few files there are among what is left out. */
const WRITE_EVERY_MS = 5_000;

/**
 * Walks the folder from its beginning and writes what is found. A walk that was killed is done again: each file has one
 * row, however often it is found. Returns false if the scan was paused, cancelled or taken over meanwhile.
 * @throws Unreachable
 */
export async function walkFolder(run: ScanRun, scan: ClaimedScan, folder: ScanFolder): Promise<boolean> {
  const opened = await openScanFolder(folder, null);
  const { identity } = opened;
  const writeIfHeld = (body: Parameters<typeof inTransaction<void>>[1], counted = {}) =>
    inTransaction(asSystem(), async (work) => {
      if (!(await holdScan(work, run, counted))) return false;
      await body(work);
      return true;
    });
  if (!(await writeIfHeld((work) => beginWalk(work, scan, identity)))) return false;
  const unreadable: Buffer[] = [];
  let files = new Map<string, FoundFile>();
  let [found, leftOut, writtenAt] = [0, 0, performance.now()];
  const write = async () => {
    const isHeld = await writeIfHeld((work) => writeFound(work, scan, [...files.values()]), { filesLeftOut: leftOut });
    found += files.size;
    files = new Map();
    leftOut = 0;
    writtenAt = performance.now();
    return isHeld;
  };
  for await (const entry of walk({ root: opened.root, folder: opened.path })) {
    if (entry.kind === "left_out") leftOut += entry.count;
    else if (entry.kind === "unreadable_folder") unreadable.push(entry.path);
    // A folder that is written to meanwhile may give a name twice.
    else files.set(entry.path.toString("latin1"), entry);
    const isTime = files.size >= ROWS_AT_ONCE || performance.now() - writtenAt > WRITE_EVERY_MS;
    if (isTime && !(await write())) return false;
  }
  await opened.requireStill();
  if (!(await write())) return false;
  return writeIfHeld(async (work) => {
    // Where a disk was, there is an empty folder now. That all files were removed is not so likely.
    const isEmptied = found === 0 && folder.identity !== null && folder.identity !== identity;
    if (isEmptied && (await hadFiles(work, scan))) throw new Unreachable("emptied");
    await writeUnreadable(work, scan, unreadable);
    await finishWalk(work, scan, { identity, unreadable });
  });
}

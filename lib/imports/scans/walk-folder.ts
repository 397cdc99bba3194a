import "server-only";
import { asSystem } from "@/lib/audit/sources";
import { Unreachable } from "@/lib/imports/disk/disk-error";
import { diskOf, type InnerDisk, isThere } from "@/lib/imports/disk/disks";
import { walk } from "@/lib/imports/disk/walk";
import { inTransaction } from "@/lib/work/unit-of-work";
import type { ScanFolder } from "./lookups";
import { openScanFolder } from "./open-folder";
import { settleDisks } from "./walked/disks/writes";
import { Findings } from "./walked/findings";
import { beginWalk, finishWalk, hadFiles, writeFound, writeUnreadable } from "./walked/writes";
import { type ClaimedScan, holdScan, type ScanRun } from "./writes";

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
  const findings = new Findings();
  const write = async () => {
    const isHeld = await writeIfHeld(
      async (work) => {
        await writeFound(work, scan, [...findings.files.values()]);
        await writeUnreadable(work, scan, [...findings.unreadable.values()]);
      },
      { filesLeftOut: findings.leftOut },
    );
    findings.written();
    return isHeld;
  };
  for await (const entry of walk({ root: opened.root, folder: opened.path })) {
    findings.take(entry);
    if (findings.isToBeWritten && !(await write())) return false;
  }
  await opened.requireStill();
  const mounted: InnerDisk[] = [];
  for (const disk of findings.disks) if (await isThere(opened.place, disk)) mounted.push(disk);
  if (!(await write())) return false;
  return writeIfHeld(async (work) => {
    // Where a disk was, there is an empty folder now. That all files were removed is not so likely.
    const isEmptied = findings.found === 0 && folder.identity !== null && folder.identity !== identity;
    if (isEmptied && (await hadFiles(work, scan))) throw new Unreachable("emptied");
    const { closed, closedCount } = findings;
    const disks = await settleDisks(work, scan, { mounted, before: folder.disks.map(diskOf), closed });
    await writeUnreadable(work, scan, disks.away);
    const unreadable = [...closed, ...disks.away.map(({ path }) => path)];
    const filesFailed = closedCount + disks.away.length;
    await finishWalk(work, scan, { identity, unreadable, filesFailed, disks: disks.kept });
  });
}

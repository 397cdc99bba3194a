import "server-only";
import { and, eq, isNull, lt, sql } from "drizzle-orm";
import { importFiles } from "@/db/schema/imports";
import type { InnerDisk, KnownDisk } from "@/lib/imports/disk/disks";
import { isBelow } from "@/lib/imports/relative-path";
import { isBelowIn } from "@/lib/imports/scans/walked/below";
import type { UnreadablePlace } from "@/lib/imports/scans/walked/writes";
import type { ClaimedScan } from "@/lib/imports/scans/writes";
import type { Work } from "@/lib/work/unit-of-work";

interface Disks {
  /** Inside the folder now. */
  mounted: readonly InnerDisk[];
  /** Where the scan before had found files on others. */
  before: readonly KnownDisk[];
  /** Places that cannot be read. */
  closed: readonly Buffer[];
}

/**
 * Which disks inside the folder are away. An unmounted disk leaves an empty folder, or none, and what else is found there
 * is not its own. So a disk is away unless the same one is mounted still, another one with files is, or files that it had
 * are in the folder itself now.
 */
export async function settleDisks(work: Work, scan: ClaimedScan, { mounted, before, closed }: Disks) {
  const kept: KnownDisk[] = [];
  const away: UnreadablePlace[] = [];
  for (const disk of mounted) {
    if (await hasFound(work, scan, disk.path)) kept.push({ ...disk, foundAt: new Date() });
  }
  // A disk comes before those that are mounted inside it.
  for (const disk of before.toSorted((a, b) => Buffer.compare(a.path, b.path))) {
    const isAt = ({ path }: InnerDisk) => path.equals(disk.path);
    if (kept.some(isAt) || mounted.some((one) => isAt(one) && one.identity === disk.identity)) continue;
    const places = [...closed, ...away.map(({ path }) => path)];
    const isHidden = places.some((place) => place.equals(disk.path) || isBelow(disk.path, place));
    if (!isHidden) {
      if (await hasFound(work, scan, disk.path, disk.foundAt)) continue;
      away.push({ path: disk.path, failure: "disk_away" });
    }
    kept.push(disk);
  }
  return { kept, away };
}

/** Whether this walk has found files below a path: any, or some that were known by a time. */
async function hasFound({ tx }: Work, scan: ClaimedScan, path: Buffer, knownAt?: Date): Promise<boolean> {
  const found = and(
    ...[eq(importFiles.folderId, scan.folderId), eq(importFiles.seenBy, scan.id), isNull(importFiles.replacedAt)],
    knownAt && lt(importFiles.createdAt, knownAt),
    isBelowIn(importFiles.path, [path]),
  );
  return (await tx.select({ one: sql`1` }).from(importFiles).where(found).limit(1)).length > 0;
}

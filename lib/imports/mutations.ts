import "server-only";
import { and, count, eq, ne, sql } from "drizzle-orm";
import { importFolders, importScans } from "@/db/schema/imports";
import { ok, type Result, refused } from "@/lib/errors";
import { requireFlag } from "@/lib/flags/data";
import type { Ctx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import { inTransaction, type Work } from "@/lib/work/unit-of-work";
import { FOLDERS_MAX } from "./constants";
import { allowedDir, realRoot } from "./disk/allowed-dirs";
import { openInside } from "./disk/open-inside";
import { nextScan } from "./next-scan";
import { nameOf, readPath, shownName, shownParts } from "./relative-path";
import { queueScans, requestScan, setScan } from "./scans/writes";
import { type AddFolder, addFolderSchema, type ChangeFolder, changeFolderSchema, folderIdSchema } from "./schema";

/** Begins to import a folder below an allowed directory. */
export async function addFolder(
  ctx: Ctx,
  input: AddFolder,
): Promise<Result<{ id: string }, "no_such_folder" | "already_added" | "too_many">> {
  requirePermission(ctx.actor, "imports:manage");
  requirePermission(ctx.actor, "samples:upload");
  await requireFlag(ctx.actor, "server-folders");
  const { dir, path: token, schedule } = addFolderSchema.parse(input);
  const [allowed, path] = [allowedDir(dir), readPath(token)];
  if (!allowed || !path || !(await isFolder(allowed.root, path))) return refused("no_such_folder");
  const name = path.length === 0 ? allowed.name : shownName(nameOf(path));
  const shownPath = path.length === 0 ? allowed.name : `${allowed.name}/${shownParts(path)}`;
  const ownerId = ctx.actor.id;
  return inTransaction(ctx, async (work) => {
    const [had] = await work.tx
      .select({ folders: count() })
      .from(importFolders)
      .where(eq(importFolders.ownerId, ownerId));
    if (had && had.folders >= FOLDERS_MAX) return refused("too_many");
    const [folder] = await work.tx
      .insert(importFolders)
      .values({ ownerId, root: allowed.root, path, name, shownPath, schedule, nextScanAt: nextScan(schedule) })
      .onConflictDoNothing()
      .returning({ id: importFolders.id });
    if (!folder) return refused("already_added");
    await requestScan(work, { id: folder.id, ownerId });
    work.audit({
      action: "import.folder_added",
      target: { type: "import_folder", id: folder.id },
      after: { schedule },
    });
    return ok({ id: folder.id });
  });
}

/** Whatever is in the way, the answer is the same: it tells nothing about what is there. */
async function isFolder(root: string, path: Buffer): Promise<boolean> {
  const handle = await realRoot(root)
    .then((real) => openInside(real, path, { isFolder: true }))
    .catch(() => null);
  await handle?.close();
  return handle !== null;
}

/** Sets how often a folder is scanned by itself. */
export async function changeFolder(ctx: Ctx, input: ChangeFolder): Promise<Result<null, "not_found">> {
  requirePermission(ctx.actor, "imports:manage");
  const { id, schedule } = changeFolderSchema.parse(input);
  return inTransaction(ctx, async (work) => {
    const isOther = ne(importFolders.schedule, schedule);
    const [changed] = await work.tx
      .update(importFolders)
      .set({ schedule, nextScanAt: nextScan(schedule) })
      .where(and(mine(ctx, id), isOther))
      .returning({ id: importFolders.id });
    if (!changed) return (await isMine(work, ctx, id)) ? ok(null) : refused("not_found");
    work.audit({ action: "import.folder_changed", target: { type: "import_folder", id }, after: { schedule } });
    return ok(null);
  });
}

/** Forgets a folder and what is known about its files. The samples made of them stay. */
export async function removeFolder(ctx: Ctx, input: { id: string }): Promise<Result<null, "not_found">> {
  requirePermission(ctx.actor, "imports:manage");
  const { id } = folderIdSchema.parse(input);
  return inTransaction(ctx, async (work) => {
    const removed = await work.tx.delete(importFolders).where(mine(ctx, id)).returning({ id: importFolders.id });
    if (removed.length === 0) return refused("not_found");
    work.audit({ action: "import.folder_removed", target: { type: "import_folder", id } });
    return ok(null);
  });
}

/** Scans a folder again now. If a scan is under way, it goes on. */
export async function scanFolder(ctx: Ctx, input: { id: string }): Promise<Result<null, "not_found">> {
  requirePermission(ctx.actor, "imports:manage");
  await requireFlag(ctx.actor, "server-folders");
  const { id } = folderIdSchema.parse(input);
  return inTransaction(ctx, async (work) => {
    if (!(await isMine(work, ctx, id))) return refused("not_found");
    const scanId = await requestScan(work, { id, ownerId: ctx.actor.id });
    if (scanId) work.audit({ action: "import.scan_requested", target: { type: "import_folder", id } });
    return ok(null);
  });
}

/** Pauses a scan. The files that are being read at this moment are read again when it is resumed. */
export async function pauseScan(ctx: Ctx, input: { id: string }): Promise<Result<null, "not_found" | "not_running">> {
  requirePermission(ctx.actor, "imports:manage");
  const { id } = folderIdSchema.parse(input);
  return inTransaction(ctx, async (work) => {
    if (!(await isMine(work, ctx, id))) return refused("not_found");
    const paused = await setScan(work, id, ["waiting", "running", "unreachable", "stopped"], {
      status: "paused",
      reason: null,
    });
    return paused ? ok(null) : refused("not_running");
  });
}

/** Goes on with a scan that is paused, was stopped, or could not reach its folder. */
export async function resumeScan(ctx: Ctx, input: { id: string }): Promise<Result<null, "not_found" | "not_paused">> {
  requirePermission(ctx.actor, "imports:manage");
  await requireFlag(ctx.actor, "server-folders");
  const { id } = folderIdSchema.parse(input);
  return inTransaction(ctx, async (work) => {
    if (!(await isMine(work, ctx, id))) return refused("not_found");
    const resumed = await setScan(work, id, ["paused", "stopped", "unreachable"], { status: "waiting", reason: null });
    if (!resumed) return refused("not_paused");
    await queueScans(work, eq(importScans.id, resumed));
    return ok(null);
  });
}

/** Ends a scan. What it has imported stays; what still waits is read by the next one. */
export async function cancelScan(ctx: Ctx, input: { id: string }): Promise<Result<null, "not_found" | "not_running">> {
  requirePermission(ctx.actor, "imports:manage");
  const { id } = folderIdSchema.parse(input);
  return inTransaction(ctx, async (work) => {
    if (!(await isMine(work, ctx, id))) return refused("not_found");
    const open = ["waiting", "running", "paused", "stopped", "unreachable"] as const;
    const cancelled = await setScan(work, id, open, { status: "cancelled", finishedAt: sql`now()` });
    if (!cancelled) return refused("not_running");
    work.audit({ action: "import.scan_cancelled", target: { type: "import_folder", id } });
    return ok(null);
  });
}

const mine = (ctx: Ctx, id: string) => and(eq(importFolders.id, id), eq(importFolders.ownerId, ctx.actor.id));

async function isMine({ tx }: Work, ctx: Ctx, id: string): Promise<boolean> {
  return (await tx.select({ id: importFolders.id }).from(importFolders).where(mine(ctx, id))).length > 0;
}

import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { z } from "zod";
import { isFlagOn } from "@/lib/flags/data";
import { type Actor, actorOf } from "@/lib/identity/actor";
import { requireSession } from "@/lib/identity/loaders";
import { can } from "@/lib/identity/permissions";
import { FILE_LISTS, type FileList, FOLDERS_MAX } from "./constants";
import { findImportFolder, listAllowedDirs, listImportFiles, listImportFolders } from "./data";
import { allowedDirs } from "./disk/allowed-dirs";
import type { AllowedDirState, ImportedFile, ImportFolder } from "./schema";

const FILES_A_PAGE = 100;

/** Why the viewer cannot import: nobody may, they may not, or the operator allows no directory. */
export type ImportsOff = "switched_off" | "not_permitted" | "no_directories";

async function viewer(): Promise<Actor> {
  return actorOf(await requireSession());
}

async function reasonAgainst(actor: Actor): Promise<ImportsOff | null> {
  if (!can(actor, "imports:manage")) return "not_permitted";
  if (!(await isFlagOn(actor, "server-folders"))) return "switched_off";
  return allowedDirs().length === 0 ? "no_directories" : null;
}

/** Whether the upload page should point at the imports. */
export async function loadMayImport(): Promise<boolean> {
  return (await reasonAgainst(await viewer())) === null;
}

/** Cached, because list and button both ask. The viewer's folders, which stay to be seen when nothing can be imported any more. */
export const loadImports = cache(async (): Promise<{ folders: ImportFolder[]; off: ImportsOff | null }> => {
  const actor = await viewer();
  const off = await reasonAgainst(actor);
  if (off === "not_permitted") return { folders: [], off };
  const { folders } = await listImportFolders(actor.id, { limit: FOLDERS_MAX, after: null });
  return { folders, off };
});

export interface LoadedImport {
  folder: ImportFolder;
  list: FileList;
  files: ImportedFile[];
  /** The id behind which the next page begins; null if this is the last. */
  next: string | null;
  off: ImportsOff | null;
}

/** Gives "not found" for a folder of somebody else. */
export async function loadImport(id: string, params: { list?: unknown; after?: unknown }): Promise<LoadedImport> {
  const actor = await viewer();
  const off = await reasonAgainst(actor);
  const owned = z.uuid().safeParse(id).success && off !== "not_permitted";
  const folder = owned ? await findImportFolder(actor.id, id) : null;
  if (!folder) notFound();
  const list = z.enum(FILE_LISTS).catch("all").parse(params.list);
  const after = z.uuid().safeParse(params.after).data;
  const position = after === undefined ? null : { createdAt: "", id: after };
  const page = await listImportFiles(actor.id, id, { list, limit: FILES_A_PAGE, after: position });
  return { folder, list, files: page?.files ?? [], next: page?.next?.id ?? null, off };
}

/** For the admin's page. */
export async function loadAllowedDirs(): Promise<AllowedDirState[]> {
  const actor = await viewer();
  if (!can(actor, "system:observe")) notFound();
  return listAllowedDirs(actor);
}

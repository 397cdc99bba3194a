import { rm, stat } from "node:fs/promises";
import { MultipartUploads } from "./multipart";
import { isAbsent } from "./object-file";
import type { ObjectStore } from "./object-store";

/** Removes what killed writes and abandoned multipart uploads left. A running write keeps its file's date recent. */
export async function sweepStore(
  store: ObjectStore,
  limits: { staleWriteSeconds: number; abandonedUploadSeconds: number },
): Promise<void> {
  const staleBeforeMs = Date.now() - limits.staleWriteSeconds * 1000;
  for (const path of await store.staged()) {
    try {
      if ((await stat(path)).mtimeMs < staleBeforeMs) await rm(path, { force: true });
    } catch (error) {
      if (!isAbsent(error)) throw error;
    }
  }
  const untouchedSince = new Date(Date.now() - limits.abandonedUploadSeconds * 1000);
  for (const { name } of await store.listBuckets()) await new MultipartUploads(store).sweep(name, untouchedSince);
}

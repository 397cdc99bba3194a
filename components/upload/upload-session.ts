import { fetchSampleRows } from "@/components/samples/fetch-sample-rows";
import { msg, type Text } from "@/lib/language/text";
import type { UploadState } from "@/lib/uploads/schema";
import { withRetries } from "./backoff";
import { DropBatch } from "./drop-batch";
import { FileHasher } from "./file-hasher";
import type { FoundFile } from "./file-intake";
import { type DroppedRoot, foundFromPicker, walkDropped } from "./folder-walk";
import { fileOfHandle, forgetHandle, keepHandle, readHandle } from "./handle-store";
import { sessionOpened } from "./open-session";
import { SampleTracker } from "./sample-tracker";
import { sendFile } from "./send-file";
import type { UploadItem } from "./upload-item";
import { UploadRunner } from "./upload-runner";
import { UploadStore } from "./upload-store";
import { beginBatch, cancelUpload, findKnownBytes, listUnfinishedUploads } from "./uploads-api";

/** What the person may do with what they drop. */
export interface DropRules {
  takesFolders: boolean;
  /** Whether many files become a batch. */
  makesBatches: boolean;
}

const NO_FOLDERS = msg("folder uploads are turned off, drop its files instead");
const UNREADABLE = msg("your browser could not read it");

/** The uploads of this browser tab. They continue while the person looks at other pages. */
export class UploadSession {
  readonly store = new UploadStore();
  readonly #hasher = new FileHasher();
  readonly #itemsOfSample = new Map<string, number[]>();
  readonly #tracker = new SampleTracker(fetchSampleRows, (row) => {
    for (const id of this.#itemsOfSample.get(row.id) ?? []) this.store.patch(id, { row });
  });
  readonly runner = new UploadRunner(this.store, {
    hash: (file, onProgress, signal) => this.#hasher.hash(file, onProgress, signal),
    findKnown: (sha256s) =>
      withRetries(() => findKnownBytes(sha256s), { signal: new AbortController().signal, tries: 3 }),
    send: sendFile,
    cancel: cancelUpload,
    nowMs: () => performance.now(),
    onMultipart: (uploadId, found) => void this.#rememberFile(uploadId, found),
    onSettled: (item) => this.#follow(item),
  });

  constructor() {
    window.addEventListener("beforeunload", (event) => {
      if (this.store.snapshot().summary.remaining > 0) event.preventDefault();
    });
  }

  /** Returns how many of the files are in the list. */
  addPicked(files: Iterable<File>, { makesBatches }: Pick<DropRules, "makesBatches">, t: Text): Promise<number> {
    return this.#collect(async () => {
      const found = foundFromPicker(files);
      const batch = batchOf(makesBatches, found[0]?.folderPath.split("/")[0] || t("Upload of files"));
      const listed = this.runner.add(found.map((one) => ({ ...one, batch })));
      batch?.found(listed);
      batch?.complete();
      return listed;
    });
  }

  /** Returns how many files of these roots are in the list. */
  addDropped(roots: readonly DroppedRoot[], { takesFolders, makesBatches }: DropRules, t: Text): Promise<number> {
    return this.#collect(async () => {
      let listed = 0;
      const batch = batchOf(
        makesBatches,
        roots.find(({ entry }) => entry.isDirectory)?.entry.name || t("Upload of files"),
      );
      const refused = takesFolders ? [] : roots.filter(({ entry }) => entry.isDirectory);
      const unreadable = refused.map(({ entry }) => ({ fileName: entry.name, folderPath: "", reason: NO_FOLDERS }));
      const onUnreadable = ({ path }: { path: string }) =>
        unreadable.push({ fileName: path, folderPath: "", reason: UNREADABLE });
      for await (const portion of walkDropped(
        roots.filter((root) => !refused.includes(root)),
        onUnreadable,
      )) {
        const added = this.runner.add(portion.map((one) => ({ ...one, batch })));
        listed += added;
        batch?.found(added);
        // Lets the page render between the portions of a large folder.
        await new Promise((resolve) => setTimeout(resolve, 0));
      }
      batch?.complete();
      this.store.add([], unreadable);
      return listed;
    });
  }

  /** Loads the unfinished uploads of earlier pages. A file whose handle may be read continues by itself. */
  async loadUnfinished(): Promise<void> {
    const own = new Set([...this.store.items()].map((item) => item.uploadId));
    const all = await listUnfinishedUploads();
    const unfinished = all.filter((state) => state.partSizeBytes !== null && !own.has(state.uploadId));
    this.store.setUnfinished(unfinished);
    for (const state of unfinished) await this.continueFromHandle(state, false);
  }

  /** Returns false if there is no handle or it may not be read. The person must then choose the file. */
  async continueFromHandle(state: UploadState, mayAsk: boolean): Promise<boolean> {
    const handle = await readHandle(state.uploadId);
    const file = handle && (await fileOfHandle(handle, mayAsk));
    if (!file || file.size !== state.sizeBytes) return false;
    this.runner.add([{ file, folderPath: state.folderPath, isExplicit: true, handle: async () => handle }]);
    return true;
  }

  async discardUnfinished(state: UploadState): Promise<void> {
    await cancelUpload(state.uploadId);
    await forgetHandle(state.uploadId);
    this.store.setUnfinished(this.store.unfinished.filter((one) => one.uploadId !== state.uploadId));
  }

  sampleChanged(sampleId: string): void {
    this.#tracker.touch(sampleId);
  }

  refreshSamples(): void {
    this.#tracker.askForAll();
  }

  #collecting = 0;
  #collect<T>(task: () => Promise<T>): Promise<T> {
    this.#collecting++;
    this.store.setCollecting(true);
    return task().finally(() => this.store.setCollecting(--this.#collecting > 0));
  }

  async #rememberFile(uploadId: string, found: FoundFile): Promise<void> {
    const handle = await found.handle?.();
    if (handle) await keepHandle(uploadId, handle);
  }

  #follow(item: UploadItem): void {
    if (item.uploadId && item.uploadKind === "multipart" && item.phase === "sent") {
      void forgetHandle(item.uploadId);
      this.store.setUnfinished(this.store.unfinished.filter((state) => state.uploadId !== item.uploadId));
    }
    if (!item.sampleId || (item.phase !== "sent" && item.phase !== "known")) return;
    this.#itemsOfSample.set(item.sampleId, [...(this.#itemsOfSample.get(item.sampleId) ?? []), item.id]);
    this.#tracker.follow(item.sampleId);
  }
}

const batchOf = (makesBatches: boolean, name: string): DropBatch | undefined =>
  makesBatches ? new DropBatch(() => beginBatch(name)) : undefined;

let session: UploadSession | null = null;

/** The only session of the tab. Must not be called while rendering on the server. */
export function uploadSession(): UploadSession {
  if (!session) {
    session = new UploadSession();
    sessionOpened(session);
  }
  return session;
}

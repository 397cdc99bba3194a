import { ENGLISH, msg } from "@/lib/language/text";
import type { FoundFile } from "./file-intake";
import { Recognition, type RecognitionPorts } from "./recognition";
import type { SendHooks, SendOutcome, SendRequest } from "./send-file";
import { SendRequests } from "./send-requests";
import { TransferRate } from "./transfer-rate";
import { UploadError } from "./upload-error";
import { takeIn } from "./upload-intake";
import { canCancel, canRetry, hasEnded, type UploadItem } from "./upload-item";
import type { UploadStore } from "./upload-store";
import { quotaText, UsedUpQuota } from "./used-up-quota";

const PARALLEL_FILES = 4;

/** What the runner needs from outside. */
export interface UploadPorts extends RecognitionPorts {
  send: (request: SendRequest, hooks: SendHooks) => Promise<SendOutcome>;
  cancel: (uploadId: string) => Promise<void>;
  nowMs: () => number;
  /** Called when an upload begins that can be continued by a later page. */
  onMultipart?: (uploadId: string, found: FoundFile) => void;
  /** Called when an upload has ended. */
  onSettled?: (item: UploadItem) => void;
}

class Paused extends Error {}
class Cancelled extends Error {}

/**
 * Takes files through the phases of {@link UploadItem}. Two are hashed and four are sent at a time, in order. A file
 * that fails does not affect the others.
 */
export class UploadRunner {
  #nextId = 1;
  readonly #found = new Map<number, FoundFile>();
  readonly #toSend = new Set<number>();
  readonly #sending = new Map<number, AbortController>();
  readonly #requests = new SendRequests();
  readonly #recognition: Recognition;
  readonly #rate = new TransferRate();
  readonly #quota = new UsedUpQuota();

  constructor(
    private readonly store: UploadStore,
    private readonly ports: UploadPorts,
  ) {
    this.#recognition = new Recognition(store, ports, {
      onNew: (id) => this.#enqueue(id),
      onKnown: (id, owned) => this.#markKnown(id, owned.sampleId, owned.fileName),
      onFailed: (id, error) => this.#fail(id, error),
    });
  }

  /** Adds files. What cannot be sent becomes a refused row or is listed as left out. Returns how many have a row. */
  add(found: readonly FoundFile[]): number {
    const { items, skipped, accepted } = takeIn(found, () => this.#nextId++);
    for (const [id, one] of accepted) this.#found.set(id, one);
    this.store.add(items, skipped);
    for (const id of accepted.keys()) this.#read(id);
    return items.length;
  }

  /** Stops sending. Parts already sent are kept, and files are still hashed and looked up. */
  pause(reason: "asked" | "signed_out" = "asked"): void {
    this.store.setPause(reason);
    this.#forgetRate();
    for (const [id, controller] of this.#sending) {
      if (this.store.item(id)?.phase === "uploading") controller.abort(new Paused());
    }
  }

  resume(): void {
    this.store.setPause(null);
    this.#pump();
  }

  cancel(id: number): void {
    const item = this.store.item(id);
    if (!item || !canCancel(item)) return;
    this.#toSend.delete(id);
    this.store.patch(id, { phase: "cancelled", sentBytes: 0, message: null });
    this.#recognition.cancel(id);
    this.#sending.get(id)?.abort(new Cancelled());
    if (item.uploadId) this.#abandon(id, item.uploadId);
    this.#pump();
  }

  cancelAll(): void {
    for (const item of [...this.store.items()]) this.cancel(item.id);
  }

  /** Bytes that were read once are not read again. */
  retry(id: number): void {
    const item = this.store.item(id);
    if (!item || !canRetry(item) || !this.#found.has(id)) return;
    this.#quota.forget();
    this.store.patch(id, { phase: item.sha256 ? "ready" : "waiting", message: null, usedUp: null, sentBytes: 0 });
    if (item.sha256) this.#enqueue(id);
    else this.#read(id);
  }

  retryFailed(): void {
    for (const item of [...this.store.items()]) if (item.phase === "failed") this.retry(item.id);
  }

  /** Removes rows whose upload has ended. Their samples stay. */
  clearEnded(): void {
    const gone = new Set([...this.store.items()].filter(hasEnded).map((item) => item.id));
    for (const id of gone) this.#found.delete(id);
    this.store.remove(gone);
  }

  #read(id: number): void {
    const found = this.#found.get(id);
    if (found) this.#recognition.add(id, found.file);
  }

  #enqueue(id: number): void {
    this.#toSend.add(id);
    this.#pump();
  }

  #pump(): void {
    if (this.store.isPaused) return;
    for (const id of this.#toSend) {
      if (this.#sending.size >= PARALLEL_FILES) break;
      if (this.#sending.has(id)) continue;
      this.#toSend.delete(id);
      const item = this.store.item(id);
      const usedUp = item ? this.#quota.refusalOf(item) : null;
      if (!item || !usedUp) void this.#send(id);
      else this.store.patch(id, { phase: "failed", message: quotaText(usedUp, item.sizeBytes, ENGLISH), usedUp });
    }
  }

  async #send(id: number): Promise<void> {
    const item = this.store.item(id);
    const found = this.#found.get(id);
    if (!item?.sha256 || !found) return;
    const controller = new AbortController();
    this.#sending.set(id, controller);
    this.store.patch(id, { phase: "uploading", message: null });
    try {
      const request = this.#requests.requestOf(item, item.sha256, found);
      const outcome = await this.ports.send(request, this.#hooks(id, found, controller));
      if (controller.signal.aborted) return;
      if (outcome.kind === "known") this.#markKnown(id, outcome.sampleId, item.fileName);
      else this.#markSent(id, outcome.sampleId);
    } catch (error) {
      if (controller.signal.reason instanceof Cancelled) return;
      if (controller.signal.reason instanceof Paused) await this.#putBack(id);
      else this.#fail(id, error);
    } finally {
      this.#sending.delete(id);
      this.#pump();
    }
  }

  #hooks(id: number, found: FoundFile, controller: AbortController): SendHooks {
    let lastSent = this.store.item(id)?.sentBytes ?? 0;
    return {
      signal: controller.signal,
      onTicket: ({ uploadId, sampleId, kind, keptBytes }) => {
        lastSent = keptBytes;
        this.#requests.answered(id);
        this.store.patch(id, { uploadId, sampleId, uploadKind: kind, keptBytes, sentBytes: keptBytes });
        if (kind === "multipart") this.ports.onMultipart?.(uploadId, found);
        if (controller.signal.reason instanceof Cancelled) this.#abandon(id, uploadId);
      },
      onProgress: (sentBytes) => {
        if (controller.signal.aborted) return;
        this.#rate.add(sentBytes - lastSent, this.ports.nowMs());
        lastSent = sentBytes;
        this.store.setRate(this.#rate.bytesPerSecond);
        this.store.patch(id, { sentBytes, message: null });
      },
      onRetry: (error) => this.store.patch(id, { message: error.message }),
      onFinishing: () => this.store.patch(id, { phase: "finishing", message: null }),
    };
  }

  #markSent(id: number, sampleId: string): void {
    this.#found.delete(id);
    this.store.patch(id, { phase: "sent", sampleId, message: null });
    this.#settled(id);
  }

  #markKnown(id: number, sampleId: string, fileName: string): void {
    this.#found.delete(id);
    this.store.patch(id, { phase: "known", sampleId, knownAs: { fileName, sampleId, itemId: null }, message: null });
    this.#settled(id);
  }

  #settled(id: number): void {
    const item = this.store.item(id);
    if (item) this.ports.onSettled?.(item);
    if (this.#sending.size <= 1 && this.#toSend.size === 0) this.#forgetRate();
  }

  #forgetRate(): void {
    this.#rate.reset();
    this.store.setRate(null);
  }

  /** Queues a paused upload again. Its parts are kept; a single PUT starts from the beginning. */
  async #putBack(id: number): Promise<void> {
    const item = this.store.item(id);
    if (!item) return;
    const isKept = item.uploadKind === "multipart";
    if (item.uploadId && !isKept) await this.#abandonNow(item.uploadId);
    if (this.store.item(id)?.phase !== "uploading") return;
    this.store.patch(id, { phase: "ready", ...(!isKept && { sentBytes: 0, uploadId: null, sampleId: null }) });
    this.#toSend.add(id);
  }

  #fail(id: number, error: unknown): void {
    if (error instanceof UploadError && error.code === "unauthenticated") {
      this.pause("signed_out");
      void this.#putBack(id);
      return;
    }
    // After anything but a refusal the upload may have begun, and the same key will find it.
    if (error instanceof UploadError && !error.isRetryable) this.#requests.answered(id);
    if (error instanceof UploadError && error.usedUp) this.#quota.remember(error.usedUp);
    const message = error instanceof UploadError ? error.message : msg("This file could not be uploaded. Try again.");
    const usedUp = (error instanceof UploadError && error.usedUp) || null;
    const item = this.store.item(id);
    this.store.patch(id, { phase: "failed", message, usedUp });
    if (item?.uploadId && item.uploadKind === "single") this.#abandon(id, item.uploadId);
    this.#settled(id);
  }

  #abandon(id: number, uploadId: string): void {
    this.store.patch(id, { uploadId: null, sampleId: null, uploadKind: null });
    void this.#abandonNow(uploadId);
  }

  async #abandonNow(uploadId: string): Promise<void> {
    try {
      await this.ports.cancel(uploadId);
    } catch {
      // The server removes unfinished uploads after a day anyway.
    }
  }
}

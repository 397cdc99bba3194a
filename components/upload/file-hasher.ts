import type { HashReply, HashRequest } from "./hash-messages";
import { UploadError } from "./upload-error";

interface Waiting {
  onProgress: (hashedBytes: number) => void;
  resolve: (sha256: string) => void;
  reject: (error: unknown) => void;
}

/** Hashes files off the page's thread, in one worker that is started at the first file. */
export class FileHasher {
  #worker: Worker | null = null;
  #nextId = 1;
  readonly #waiting = new Map<number, Waiting>();

  hash(file: Blob, onProgress: (hashedBytes: number) => void, signal: AbortSignal): Promise<string> {
    const worker = this.#start();
    const requestId = this.#nextId++;
    return new Promise((resolve, reject) => {
      this.#waiting.set(requestId, { onProgress, resolve, reject });
      const onAbort = () => {
        this.#waiting.delete(requestId);
        worker.postMessage({ type: "cancel", requestId } satisfies HashRequest);
        reject(signal.reason);
      };
      if (signal.aborted) return onAbort();
      signal.addEventListener("abort", onAbort, { once: true });
      worker.postMessage({ type: "hash", requestId, file } satisfies HashRequest);
    });
  }

  #start(): Worker {
    if (this.#worker) return this.#worker;
    const worker = new Worker(new URL("./hash-worker.ts", import.meta.url), { type: "module", name: "hash" });
    worker.addEventListener("message", ({ data }: MessageEvent<HashReply>) => this.#receive(data));
    worker.addEventListener("error", () => this.#failAll(worker));
    this.#worker = worker;
    return worker;
  }

  #receive(message: HashReply): void {
    const waiting = this.#waiting.get(message.requestId);
    if (!waiting) return;
    if (message.type === "progress") {
      waiting.onProgress(message.hashedBytes);
      return;
    }
    this.#waiting.delete(message.requestId);
    if (message.type === "done") waiting.resolve(message.sha256);
    else waiting.reject(unreadable());
  }

  /** The worker itself died: the next file gets a fresh one. */
  #failAll(worker: Worker): void {
    worker.terminate();
    if (this.#worker === worker) this.#worker = null;
    for (const waiting of this.#waiting.values()) waiting.reject(unreadable());
    this.#waiting.clear();
  }
}

const unreadable = () =>
  new UploadError("The browser could not read this file. It may have been moved or changed; pick it again.", {
    isRetryable: false,
    code: "unreadable",
  });

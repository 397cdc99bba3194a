import { Scope } from "@/components/ui/scope";
import { msg } from "@/lib/language/text";
import type { HashReply, HashRequest } from "./hash-messages";
import { UploadError } from "./upload-error";

interface Waiting {
  onProgress: (hashedBytes: number) => void;
  resolve: (sha256: string) => void;
  reject: (error: unknown) => void;
  /** Ends with the request. */
  scope: Scope;
}

/** Hashes files in a worker, which starts with the first file. */
export class FileHasher {
  #worker: Worker | null = null;
  #nextId = 1;
  readonly #waiting = new Map<number, Waiting>();

  hash(file: Blob, onProgress: (hashedBytes: number) => void, signal: AbortSignal): Promise<string> {
    const worker = this.#start();
    const requestId = this.#nextId++;
    return new Promise((resolve, reject) => {
      const scope = new Scope();
      this.#waiting.set(requestId, { onProgress, resolve, reject, scope });
      const onAbort = () => {
        this.#take(requestId);
        worker.postMessage({ type: "cancel", requestId } satisfies HashRequest);
        reject(signal.reason);
      };
      if (signal.aborted) return onAbort();
      scope.listen(signal, "abort", onAbort);
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
    if (message.type === "progress") this.#waiting.get(message.requestId)?.onProgress(message.hashedBytes);
    else if (message.type === "done") this.#take(message.requestId)?.resolve(message.sha256);
    else this.#take(message.requestId)?.reject(unreadable());
  }

  /** The worker has died. The next file gets a new one. */
  #failAll(worker: Worker): void {
    worker.terminate();
    if (this.#worker === worker) this.#worker = null;
    for (const requestId of [...this.#waiting.keys()]) this.#take(requestId)?.reject(unreadable());
  }

  #take(requestId: number): Waiting | undefined {
    const waiting = this.#waiting.get(requestId);
    this.#waiting.delete(requestId);
    waiting?.scope.dispose();
    return waiting;
  }
}

const unreadable = () =>
  new UploadError(msg("Your browser could not read this file. It may have been moved or changed. Choose it again."), {
    isRetryable: false,
    code: "unreadable",
  });

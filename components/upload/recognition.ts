import type { KnownBytes } from "@/lib/uploads/schema";
import { findResumable } from "./resume-match";
import type { UploadItem } from "./upload-item";
import type { UploadStore } from "./upload-store";

const PARALLEL_HASHES = 2;
const KNOWN_BATCH = 500;
const KNOWN_WAIT_MS = 200;

export interface RecognitionPorts {
  hash: (file: Blob, onProgress: (hashedBytes: number) => void, signal: AbortSignal) => Promise<string>;
  findKnown: (sha256s: string[]) => Promise<KnownBytes[]>;
}

interface RecognitionOutcomes {
  onNew: (id: number) => void;
  onKnown: (id: number, owned: KnownBytes) => void;
  onFailed: (id: number, error: unknown) => void;
}

const isAlive = (item: UploadItem) => item.phase !== "failed" && item.phase !== "cancelled";

/** Reads each file once, two at a time, and finds out whether this page or the library has the same bytes already. */
export class Recognition {
  readonly #toHash = new Map<number, Blob>();
  readonly #hashing = new Map<number, AbortController>();
  readonly #toCheck = new Set<number>();
  readonly #firstWithBytes = new Map<string, number>();
  /** Only one request at a time, so that a server that is down is not flooded. */
  #isAsking = false;
  #checkTimer: ReturnType<typeof setTimeout> | null = null;

  constructor(
    private readonly store: UploadStore,
    private readonly ports: RecognitionPorts,
    private readonly outcomes: RecognitionOutcomes,
  ) {}

  add(id: number, file: Blob): void {
    this.#toHash.set(id, file);
    this.#pump();
  }

  cancel(id: number): void {
    this.#toHash.delete(id);
    this.#toCheck.delete(id);
    this.#hashing.get(id)?.abort();
  }

  #pump(): void {
    for (const [id, file] of this.#toHash) {
      if (this.#hashing.size >= PARALLEL_HASHES) return;
      this.#toHash.delete(id);
      void this.#hash(id, file);
    }
  }

  async #hash(id: number, file: Blob): Promise<void> {
    const controller = new AbortController();
    this.#hashing.set(id, controller);
    this.store.patch(id, { phase: "hashing", hashedBytes: 0 });
    try {
      const onProgress = (hashedBytes: number) => this.store.patch(id, { hashedBytes });
      const sha256 = await this.ports.hash(file, onProgress, controller.signal);
      if (!controller.signal.aborted) this.#recognise(id, sha256);
    } catch (error) {
      if (!controller.signal.aborted) this.outcomes.onFailed(id, error);
    } finally {
      this.#hashing.delete(id);
      this.#pump();
      this.#checkSoon();
    }
  }

  /** Duplicates are sent once, unfinished uploads continue, and the library is asked about all others. */
  #recognise(id: number, sha256: string): void {
    const item = this.store.item(id);
    if (!item) return;
    const first = this.store.item(this.#firstWithBytes.get(sha256) ?? -1);
    if (first && first.id !== id && isAlive(first)) {
      const knownAs = { fileName: first.fileName, sampleId: first.sampleId, itemId: first.id };
      this.store.patch(id, { phase: "known", sha256, knownAs });
      return;
    }
    this.#firstWithBytes.set(sha256, id);
    const unfinished = findResumable(this.store.unfinished, { sha256, sizeBytes: item.sizeBytes });
    if (unfinished) {
      const { uploadId, sampleId } = unfinished;
      this.store.patch(id, { phase: "ready", sha256, uploadId, sampleId, uploadKind: "multipart" });
      this.outcomes.onNew(id);
      return;
    }
    this.store.patch(id, { phase: "checking", sha256 });
    this.#toCheck.add(id);
  }

  /** Asks at once if a batch is full or nothing else is being read, otherwise a moment later about more files. */
  #checkSoon(): void {
    if (this.#toCheck.size === 0 || this.#isAsking) return;
    if (this.#toCheck.size >= KNOWN_BATCH || this.#hashing.size === 0) void this.#check();
    else this.#checkTimer ??= setTimeout(() => void this.#check(), KNOWN_WAIT_MS);
  }

  async #check(): Promise<void> {
    if (this.#checkTimer) clearTimeout(this.#checkTimer);
    this.#checkTimer = null;
    if (this.#isAsking) return;
    const ids = [...this.#toCheck].slice(0, KNOWN_BATCH);
    for (const id of ids) this.#toCheck.delete(id);
    this.#isAsking = true;
    const bySha256 = await this.#askLibrary(ids);
    this.#isAsking = false;
    for (const id of ids) {
      const item = this.store.item(id);
      if (item?.phase !== "checking") continue;
      const owned = bySha256.get(item.sha256 ?? "");
      if (owned) this.outcomes.onKnown(id, owned);
      else {
        this.store.patch(id, { phase: "ready" });
        this.outcomes.onNew(id);
      }
    }
    this.#checkSoon();
  }

  async #askLibrary(ids: readonly number[]): Promise<Map<string, KnownBytes>> {
    const sha256s = ids.flatMap((id) => this.store.item(id)?.sha256 ?? []);
    if (sha256s.length === 0) return new Map();
    try {
      return new Map((await this.ports.findKnown(sha256s)).map((one) => [one.sha256, one]));
    } catch {
      // The server checks again when each upload begins.
      return new Map();
    }
  }
}

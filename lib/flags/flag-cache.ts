import type { LiveListener } from "@/lib/platform/live-channel";
import type { FlagName } from "./constants";
import type { FlagSettings } from "./schema";

/** All flags and overrides, as stored. */
export interface FlagSnapshot {
  settings: Readonly<Record<FlagName, FlagSettings>>;
  /** By user id. */
  overrides: ReadonlyMap<string, Readonly<Partial<Record<FlagName, boolean>>>>;
}

interface Channel {
  readonly isListening: boolean;
  subscribe(listener: LiveListener): () => void;
}

/** Limits the age of the cache in case the connection is dead but has not noticed. */
const KEPT_MS = 60_000;

/**
 * Caches the flags while this process is listening for changes. Every change is announced. While the process is not
 * listening, it reads the flags each time, and it drops its cache when it listens again.
 */
export class FlagCache implements LiveListener {
  readonly #channel: Channel;
  readonly #read: () => Promise<FlagSnapshot>;
  #kept: { reading: Promise<FlagSnapshot>; startedMs: number } | null = null;
  #isSubscribed = false;

  constructor(channel: Channel, read: () => Promise<FlagSnapshot>) {
    this.#channel = channel;
    this.#read = read;
  }

  current(): Promise<FlagSnapshot> {
    if (!this.#isSubscribed) {
      this.#isSubscribed = true;
      this.#channel.subscribe(this);
    }
    const nowMs = performance.now();
    if (!this.#channel.isListening) return this.#read();
    if (this.#kept && nowMs - this.#kept.startedMs < KEPT_MS) return this.#kept.reading;
    const reading = this.#read();
    this.#kept = { reading, startedMs: nowMs };
    reading.catch(() => {
      if (this.#kept?.reading === reading) this.#kept = null;
    });
    return reading;
  }

  /** Drops a read in progress too: it may be older than the change. */
  forget(): void {
    this.#kept = null;
  }

  onFlagsChanged(): void {
    this.forget();
  }

  onListening(): void {
    this.forget();
  }
}

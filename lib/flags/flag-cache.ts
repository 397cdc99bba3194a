import type { LiveListener } from "@/lib/platform/live-channel";
import type { FlagName } from "./constants";
import type { FlagSettings } from "./schema";

/** Every flag and every override, as the tables have them. */
export interface FlagSnapshot {
  settings: Readonly<Record<FlagName, FlagSettings>>;
  /** By user id. */
  overrides: ReadonlyMap<string, Readonly<Partial<Record<FlagName, boolean>>>>;
}

interface Channel {
  readonly isListening: boolean;
  subscribe(listener: LiveListener): () => void;
}

/** For a connection that is dead and does not know it yet. */
const KEPT_MS = 60_000;

/**
 * Keeps the flags for as long as this process hears of changes. Every change is announced; while the process does not
 * listen it reads each time, and what it kept before is not trusted afterwards.
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

  /** A reading that is under way is forgotten too: it may be older than the change. */
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

import type { LiveEvent } from "@/lib/events/data";
import type { FlagName } from "@/lib/flags/constants";
import type { FlagHolder } from "@/lib/flags/data";

const RECONNECT_MS = 2_000;
/** A reader this far behind is disconnected. It comes back with the last id it saw. */
const MAX_QUEUED_CHUNKS = 2_000;

/** The session or key that opened the stream. The stream ends with it. */
export interface Credential {
  id: string;
  isLive(): Promise<boolean>;
}

export interface Follower {
  person: FlagHolder;
  credential: Credential;
  /** The last event that a returning client has seen. */
  lastEventId: number | null;
  /** The page that opened it. Its next stream replaces this one. */
  page: string | null;
}

/**
 * One response of server-sent events. It is told what to send by the `PersonFeed` of its person. The first event is
 * `ready`, whose id a client reconnects with if it sees no other, or `reset` if the past cannot be replayed.
 */
export class EventStream {
  readonly body: ReadableStream<Uint8Array>;
  readonly follower: Follower;
  readonly #encoder = new TextEncoder();
  readonly #onClose: (stream: EventStream) => void;
  #controller: ReadableStreamDefaultController<Uint8Array> | null = null;
  #cursor: number | null = null;

  constructor(follower: Follower, signal: AbortSignal, onClose: (stream: EventStream) => void) {
    this.follower = follower;
    this.#onClose = onClose;
    this.body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        this.#controller = controller;
      },
      cancel: () => this.close(),
    });
    this.#send(`retry: ${RECONNECT_MS}\n\n`);
    signal.addEventListener("abort", () => this.close(), { once: true });
  }

  /** The id of the last event that it was sent. Null until it has begun. */
  get cursor(): number | null {
    return this.#cursor;
  }

  begin(cursor: number, first: "ready" | "reset"): void {
    this.#send(`id: ${cursor}\nevent: ${first}\ndata: {}\n\n`);
    this.#cursor = cursor;
  }

  /** Sends those events that it was not sent yet. They are in order. */
  tell(events: readonly LiveEvent[], features: ReadonlySet<FlagName>): void {
    const fresh = events.filter(({ id }) => id > (this.#cursor ?? 0));
    for (const { id, type, payload } of fresh) {
      if (features.has("live-progress")) this.#send(`id: ${id}\nevent: ${type}\ndata: ${JSON.stringify(payload)}\n\n`);
      this.#cursor = id;
    }
    if (fresh.length === 0 || !features.has("live-dashboard")) return;
    this.#send(`id: ${this.#cursor}\nevent: dashboard\ndata: {}\n\n`);
  }

  /** Keeps proxies from closing a connection on which nothing happens. */
  showLife(): void {
    this.#send(": still here\n\n");
  }

  close(): void {
    const controller = this.#controller;
    if (!controller) return;
    this.#controller = null;
    this.#onClose(this);
    try {
      controller.close();
    } catch {
      // The reader cancelled it, so it is closed already.
    }
  }

  #send(text: string): void {
    if (!this.#controller) return;
    this.#controller.enqueue(this.#encoder.encode(text));
    if ((this.#controller.desiredSize ?? 0) < -MAX_QUEUED_CHUNKS) this.close();
  }
}

import { canReplayFrom, type LiveEvent, latestLiveEventId, readLiveEvents } from "@/lib/events/data";
import type { FlagName } from "@/lib/flags/constants";
import { type FlagHolder, flagsOf } from "@/lib/flags/data";
import { type LiveListener, liveChannel } from "@/lib/platform/live-channel";
import { logger } from "@/lib/platform/logger";

const HEARTBEAT_MS = 20_000;
const RECONNECT_MS = 2_000;
const EVENTS_PER_READ = 500;
/** A reader this far behind is disconnected. It comes back with the last id it saw. */
const MAX_QUEUED_CHUNKS = 2_000;

/** A `sample` event says what happened to which sample, a `dashboard` event that its counts and lists are stale. */
export const LIVE_FLAGS = ["live-progress", "live-dashboard"] as const;

/** The session or key that opened the stream. The stream ends with it. */
export interface Credential {
  id: string;
  isLive(): Promise<boolean>;
}

interface Follower {
  person: FlagHolder;
  credential: Credential;
  /** The last event that a returning client has seen. */
  lastEventId: number | null;
}

/**
 * One person's events as server-sent events. Every event is read from the table, in order. NOTIFY only says that there
 * is something to read, so a lost notification delays an event and never loses it. The first event is `ready`, whose id
 * a client reconnects with if it sees no other, or `reset` if the past cannot be replayed.
 */
export class EventStream implements LiveListener {
  readonly body: ReadableStream<Uint8Array>;
  readonly #follower: Follower;
  readonly #encoder = new TextEncoder();
  #controller: ReadableStreamDefaultController<Uint8Array> | null = null;
  #cursor: number | null = null;
  #reading = false;
  #moreToRead = false;
  #unsubscribe = () => {};
  #heartbeat: NodeJS.Timeout | undefined;

  constructor(follower: Follower, signal: AbortSignal) {
    this.#follower = follower;
    this.body = new ReadableStream<Uint8Array>({
      start: (controller) => this.#open(controller),
      cancel: () => this.close(),
    });
    signal.addEventListener("abort", () => this.close(), { once: true });
    if (signal.aborted) this.close();
  }

  onEvents(userId: string): void {
    if (userId === this.#follower.person.id) void this.#read();
  }

  onSessionEnded(sessionId: string): void {
    if (sessionId === this.#follower.credential.id) this.close();
  }

  onFlagsChanged(): void {
    void this.#checkAccess();
  }

  onListening(): void {
    void this.#checkAccess();
    void this.#read();
  }

  close(): void {
    const controller = this.#controller;
    if (!controller) return;
    this.#controller = null;
    clearInterval(this.#heartbeat);
    this.#unsubscribe();
    openStreams().delete(this);
    try {
      controller.close();
    } catch {
      // The reader cancelled it, so it is closed already.
    }
  }

  #open(controller: ReadableStreamDefaultController<Uint8Array>): void {
    this.#controller = controller;
    openStreams().add(this);
    this.#send(`retry: ${RECONNECT_MS}\n\n`);
    this.#heartbeat = setInterval(() => {
      this.#send(": still here\n\n");
      void this.#checkAccess();
    }, HEARTBEAT_MS);
    this.#unsubscribe = liveChannel().subscribe(this);
    void this.#begin();
  }

  async #begin(): Promise<void> {
    const { person, lastEventId } = this.#follower;
    await this.#orClose(async () => {
      const replay = lastEventId !== null && (await canReplayFrom(lastEventId));
      const cursor = replay ? lastEventId : await latestLiveEventId(person.id);
      const first = lastEventId !== null && !replay ? "reset" : "ready";
      this.#send(`id: ${cursor}\nevent: ${first}\ndata: {}\n\n`);
      this.#cursor = cursor;
    });
    await this.#read();
  }

  /** One read at a time. A notification during a read means another one after it. */
  async #read(): Promise<void> {
    this.#moreToRead = true;
    if (this.#reading || this.#cursor === null) return;
    this.#reading = true;
    await this.#orClose(async () => {
      while (this.#moreToRead && this.#controller) {
        this.#moreToRead = false;
        const events = await readLiveEvents(this.#follower.person.id, this.#cursor ?? 0, EVENTS_PER_READ);
        this.#tell(events, await flagsOf(this.#follower.person, LIVE_FLAGS));
        if (events.length === EVENTS_PER_READ) this.#moreToRead = true;
      }
    });
    this.#reading = false;
  }

  #tell(events: LiveEvent[], features: ReadonlySet<FlagName>): void {
    for (const { id, type, payload } of events) {
      if (features.has("live-progress")) this.#send(`id: ${id}\nevent: ${type}\ndata: ${JSON.stringify(payload)}\n\n`);
      this.#cursor = id;
    }
    if (events.length === 0 || !features.has("live-dashboard")) return;
    this.#send(`id: ${this.#cursor}\nevent: dashboard\ndata: {}\n\n`);
  }

  async #checkAccess(): Promise<void> {
    await this.#orClose(async () => {
      const { credential, person } = this.#follower;
      if (!(await credential.isLive()) || (await flagsOf(person, LIVE_FLAGS)).size === 0) this.close();
    });
  }

  /** If the database is away the stream ends. The client reconnects by itself with its last id. */
  async #orClose(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (this.#controller) logger().warn({ err: error }, "an event stream ended early");
      this.close();
    }
  }

  #send(text: string): void {
    if (!this.#controller) return;
    this.#controller.enqueue(this.#encoder.encode(text));
    if ((this.#controller.desiredSize ?? 0) < -MAX_QUEUED_CHUNKS) this.close();
  }
}

const shared = globalThis as unknown as { samplemindOpenStreams?: Set<EventStream> };

function openStreams(): Set<EventStream> {
  if (!shared.samplemindOpenStreams) {
    shared.samplemindOpenStreams = new Set();
    process.once("SIGTERM", closeEventStreams).once("SIGINT", closeEventStreams);
  }
  return shared.samplemindOpenStreams;
}

/** A server that shuts down waits for open responses, and these never end by themselves. */
export function closeEventStreams(): void {
  for (const stream of openStreams()) stream.close();
}

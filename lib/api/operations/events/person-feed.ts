import { canReplayFrom, latestLiveEventId, readLiveEvents } from "@/lib/events/data";
import { type FlagHolder, flagsOf } from "@/lib/flags/data";
import { type LiveListener, liveChannel } from "@/lib/platform/live-channel";
import { logger } from "@/lib/platform/logger";
import type { Credential, EventStream } from "./event-stream";

const HEARTBEAT_MS = 20_000;
const EVENTS_PER_READ = 500;

/** A `sample` event says what happened to which sample, a `dashboard` event that its counts and lists are stale. */
export const LIVE_FLAGS = ["live-progress", "live-dashboard"] as const;

/**
 * All open streams of one person: what one event costs does not depend on how many there are. Every event is read from
 * the table, in order. NOTIFY only says that there is something to read, so a lost notification delays an event and
 * never loses it.
 */
export class PersonFeed implements LiveListener {
  readonly streams = new Set<EventStream>();
  /** As the newest stream knows them: a role may have changed. */
  #person: FlagHolder;
  readonly #unsubscribe: () => void;
  readonly #heartbeat: NodeJS.Timeout;
  #reading = false;
  #moreToRead = false;

  constructor(person: FlagHolder) {
    this.#person = person;
    this.#unsubscribe = liveChannel().subscribe(this);
    this.#heartbeat = setInterval(() => {
      for (const stream of this.streams) stream.showLife();
      void this.#checkAccess();
    }, HEARTBEAT_MS);
  }

  /** Lets go of the channel. There must be no stream left. */
  stop(): void {
    clearInterval(this.#heartbeat);
    this.#unsubscribe();
  }

  async join(stream: EventStream): Promise<void> {
    this.streams.add(stream);
    this.#person = stream.follower.person;
    const { lastEventId } = stream.follower;
    await this.#orClose([stream], async () => {
      const replay = lastEventId !== null && (await canReplayFrom(lastEventId));
      const cursor = replay ? lastEventId : await latestLiveEventId(this.#person.id);
      stream.begin(cursor, lastEventId !== null && !replay ? "reset" : "ready");
    });
    await this.#read();
  }

  onEvents(userId: string): void {
    if (userId === this.#person.id) void this.#read();
  }

  onSessionEnded(sessionId: string): void {
    for (const stream of this.streams) if (stream.follower.credential.id === sessionId) stream.close();
  }

  onFlagsChanged(): void {
    void this.#checkAccess();
  }

  onListening(): void {
    void this.#checkAccess();
    void this.#read();
  }

  /** One read at a time, for all streams. A notification during a read means another one after it. */
  async #read(): Promise<void> {
    this.#moreToRead = true;
    if (this.#reading) return;
    this.#reading = true;
    await this.#orClose(this.streams, async () => {
      for (let cursor = this.#cursor(); this.#moreToRead && cursor !== null; cursor = this.#cursor()) {
        this.#moreToRead = false;
        const events = await readLiveEvents(this.#person.id, cursor, EVENTS_PER_READ);
        const features = await flagsOf(this.#person, LIVE_FLAGS);
        // A stream that began meanwhile, further behind, has the next read.
        for (const stream of this.streams) {
          if (stream.cursor !== null && stream.cursor >= cursor) stream.tell(events, features);
        }
        if (events.length === EVENTS_PER_READ) this.#moreToRead = true;
      }
    });
    this.#reading = false;
  }

  /** Where the stream is that is furthest behind. Null if none has begun. */
  #cursor(): number | null {
    const cursors = [...this.streams].map(({ cursor }) => cursor).filter((cursor) => cursor !== null);
    return cursors.length === 0 ? null : Math.min(...cursors);
  }

  async #checkAccess(): Promise<void> {
    await this.#orClose(this.streams, async () => {
      const isOff = (await flagsOf(this.#person, LIVE_FLAGS)).size === 0;
      const credentials = new Map<string, Credential>();
      for (const { follower } of this.streams) credentials.set(follower.credential.id, follower.credential);
      for (const credential of credentials.values()) {
        if (isOff || !(await credential.isLive())) this.onSessionEnded(credential.id);
      }
    });
  }

  /** If the database is away the streams end. Clients reconnect by themselves with their last id. */
  async #orClose(streams: Iterable<EventStream>, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      logger().warn({ err: error }, "event streams ended early");
      for (const stream of streams) stream.close();
    }
  }
}

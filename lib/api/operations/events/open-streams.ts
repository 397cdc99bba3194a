import { ok, type Result, refused } from "@/lib/errors";
import { EventStream, type Follower } from "./event-stream";
import { PersonFeed } from "./person-feed";

/** A hidden page closes its stream, so this is ten windows that somebody looks at. */
export const STREAMS_PER_PERSON = 10;
/** Of all people together. */
const STREAMS_IN_ALL = 1_000;

/** The open streams of a process. */
export class OpenStreams {
  readonly #limits: { perPerson: number; inAll: number };
  readonly #feeds = new Map<string, PersonFeed>();
  #count = 0;

  constructor(limits = { perPerson: STREAMS_PER_PERSON, inAll: STREAMS_IN_ALL }) {
    this.#limits = limits;
  }

  /**
   * Opens a stream, unless there are too many. The newest is refused and not the oldest closed: whoever is cut off
   * comes back at once, and two windows would take turns for ever.
   */
  open(follower: Follower, signal: AbortSignal): Result<EventStream, "too_many_streams" | "server_is_full"> {
    const { person, page } = follower;
    // A page whose network went away comes back before its dead connection is noticed.
    const former = page === null ? undefined : this.#of(person.id).find((stream) => stream.follower.page === page);
    former?.close();
    if (this.#of(person.id).length >= this.#limits.perPerson) return refused("too_many_streams");
    if (this.#count >= this.#limits.inAll) return refused("server_is_full");
    const stream = new EventStream(follower, signal, (closed) => this.#forget(closed));
    const feed = this.#feeds.get(person.id) ?? new PersonFeed(person);
    this.#feeds.set(person.id, feed);
    this.#count += 1;
    void feed.join(stream);
    if (signal.aborted) stream.close();
    return ok(stream);
  }

  closeAll(): void {
    for (const feed of this.#feeds.values()) for (const stream of feed.streams) stream.close();
  }

  #of(personId: string): EventStream[] {
    return [...(this.#feeds.get(personId)?.streams ?? [])];
  }

  #forget(stream: EventStream): void {
    const { id } = stream.follower.person;
    const feed = this.#feeds.get(id);
    if (!feed?.streams.delete(stream)) return;
    this.#count -= 1;
    if (feed.streams.size > 0) return;
    feed.stop();
    this.#feeds.delete(id);
  }
}

const shared = globalThis as unknown as { samplemindOpenStreams?: OpenStreams };

export function openStreams(): OpenStreams {
  if (!shared.samplemindOpenStreams) {
    shared.samplemindOpenStreams = new OpenStreams();
    process.once("SIGTERM", closeEventStreams).once("SIGINT", closeEventStreams);
  }
  return shared.samplemindOpenStreams;
}

/** A server that shuts down waits for open responses, and these never end by themselves. */
export function closeEventStreams(): void {
  shared.samplemindOpenStreams?.closeAll();
}

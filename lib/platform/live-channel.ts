import "server-only";
import type pg from "pg";
import { connectAlone } from "@/db/client";
import { ENDED_SESSIONS_CHANNEL, FLAGS_CHANNEL, LIVE_EVENTS_CHANNEL, SEARCH_QUEUE_CHANNEL } from "./channels";
import { logger } from "./logger";

const CHANNELS = [LIVE_EVENTS_CHANNEL, ENDED_SESSIONS_CHANNEL, FLAGS_CHANNEL, SEARCH_QUEUE_CHANNEL];

const RECONNECT_MS = 500;
const PROBE_MS = 15_000;

export interface LiveListener {
  /** New events were written for this person: read on from your last position. */
  onEvents?(userId: string): void;
  /** A session has ended, or a key was revoked or given a new secret. */
  onSessionEnded?(sessionId: string): void;
  /** A feature flag has changed for somebody. */
  onFlagsChanged?(): void;
  /** Something of a sample has changed that can be searched. */
  onSamplesChanged?(): void;
  /** Listening has started or restarted. Read again: announcements in between were missed. */
  onListening(): void;
}

/** One LISTEN connection per process, for all open streams. It is opened with the first one. */
class LiveChannel {
  readonly #listeners = new Set<LiveListener>();
  /** The connection, or a symbol while connecting. */
  #current: pg.Client | symbol | null = null;
  #listening = false;
  #probe: NodeJS.Timeout | undefined;

  get isListening(): boolean {
    return this.#listening;
  }

  subscribe(listener: LiveListener): () => void {
    this.#listeners.add(listener);
    if (!this.#current) void this.#connect();
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) this.#disconnect();
    };
  }

  /** For a process that goes on without its database: the connection ends, and no listener makes it come back. */
  stop(): void {
    this.#listeners.clear();
    this.#disconnect();
  }

  /** Uses the new connection only if nobody disconnected or reconnected in the meantime. */
  async #connect(): Promise<void> {
    const attempt = Symbol("connecting");
    this.#current = attempt;
    try {
      const client = await connectAlone();
      if (this.#current !== attempt) return void client.end().catch(() => {});
      letGo(client);
      this.#current = client;
      client.on("end", () => this.#lost(client));
      client.on("notification", ({ channel, payload }) => this.#notified(channel, payload ?? ""));
      await this.#listen(client);
    } catch (error) {
      logger().warn({ err: error }, "cannot listen for live events yet");
      this.#lost(this.#current);
    }
  }

  async #listen(client: pg.Client): Promise<void> {
    for (const channel of CHANNELS) await client.query(`listen ${channel}`);
    if (client !== this.#current) return;
    this.#listening = true;
    // A server that vanished without closing the connection is noticed only by asking it.
    this.#probe = setInterval(() => client.query("select 1").catch(() => this.#lost(client)), PROBE_MS).unref();
    for (const listener of this.#listeners) listener.onListening();
  }

  #lost(connection: pg.Client | symbol | null): void {
    if (connection !== this.#current) return;
    this.#disconnect();
    setTimeout(() => {
      if (!this.#current && this.#listeners.size > 0) void this.#connect();
    }, RECONNECT_MS).unref();
  }

  #disconnect(): void {
    clearInterval(this.#probe);
    const connection = this.#current;
    this.#current = null;
    this.#listening = false;
    if (typeof connection === "object") connection?.end().catch(() => {});
  }

  #notified(channel: string, payload: string): void {
    for (const listener of this.#listeners) {
      if (channel === LIVE_EVENTS_CHANNEL) listener.onEvents?.(payload);
      if (channel === ENDED_SESSIONS_CHANNEL) listener.onSessionEnded?.(payload);
      if (channel === FLAGS_CHANNEL) listener.onFlagsChanged?.();
      if (channel === SEARCH_QUEUE_CHANNEL) listener.onSamplesChanged?.();
    }
  }
}

const shared = globalThis as unknown as { samplemindLiveChannel?: LiveChannel };

export function liveChannel(): LiveChannel {
  shared.samplemindLiveChannel ??= new LiveChannel();
  return shared.samplemindLiveChannel;
}

/**
 * Lets a finished command exit although this process still listens. Servers are kept alive by their own connections.
 */
function letGo(client: pg.Client): void {
  (client as pg.Client & { unref(): void }).unref();
}

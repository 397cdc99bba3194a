import "server-only";
import postgres from "postgres";
import { env } from "@/lib/env";
import { logger } from "./logger";

export const LIVE_EVENTS_CHANNEL = "live_events";
export const ENDED_SESSIONS_CHANNEL = "ended_sessions";

const RECONNECT_MS = 500;
const PROBE_MS = 15_000;
const CONNECT_TIMEOUT_SECONDS = 5;

export interface LiveListener {
  /** Something was written for this person: read on from where you are. */
  onEvents(userId: string): void;
  onSessionEnded(sessionId: string): void;
  /** Listening began (again): what was announced while it did not is to be read and asked anew. */
  onListening(): void;
}

/** `onnotify` is what postgres.js itself listens with; its own `listen` gives up when a reconnect fails. */
type NotifyOptions = { onnotify: (channel: string, payload: string) => void };

/** One LISTEN connection a process, however many streams are open, made when the first one opens. */
class LiveChannel {
  readonly #listeners = new Set<LiveListener>();
  #connection: postgres.Sql | null = null;
  #listening = false;
  #probe: NodeJS.Timeout | undefined;

  get isListening(): boolean {
    return this.#listening;
  }

  subscribe(listener: LiveListener): () => void {
    this.#listeners.add(listener);
    if (!this.#connection) this.#connect();
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) this.#disconnect();
    };
  }

  #connect(): void {
    const options: postgres.Options<Record<string, never>> & NotifyOptions = {
      max: 1,
      max_lifetime: null,
      fetch_types: false,
      connect_timeout: CONNECT_TIMEOUT_SECONDS,
      onnotice: () => {},
      onclose: () => this.#lost(connection),
      onnotify: (channel, payload) => this.#notified(channel, payload),
    };
    const connection = postgres(env.DATABASE_URL, options);
    this.#connection = connection;
    this.#listen(connection).catch((error: unknown) => {
      logger().warn({ err: error }, "cannot listen for live events yet");
      this.#lost(connection);
    });
  }

  async #listen(connection: postgres.Sql): Promise<void> {
    for (const channel of [LIVE_EVENTS_CHANNEL, ENDED_SESSIONS_CHANNEL])
      await connection`listen ${connection(channel)}`;
    if (connection !== this.#connection) return;
    this.#listening = true;
    // A server that vanished without closing the connection shows only when it is asked.
    this.#probe = setInterval(() => connection`select 1`.catch(() => this.#lost(connection)), PROBE_MS).unref();
    for (const listener of this.#listeners) listener.onListening();
  }

  #lost(connection: postgres.Sql): void {
    if (connection !== this.#connection) return;
    this.#disconnect();
    setTimeout(() => {
      if (!this.#connection && this.#listeners.size > 0) this.#connect();
    }, RECONNECT_MS).unref();
  }

  #disconnect(): void {
    clearInterval(this.#probe);
    const connection = this.#connection;
    this.#connection = null;
    this.#listening = false;
    connection?.end({ timeout: 0 }).catch(() => {});
  }

  #notified(channel: string, payload: string): void {
    for (const listener of this.#listeners) {
      if (channel === LIVE_EVENTS_CHANNEL) listener.onEvents(payload);
      if (channel === ENDED_SESSIONS_CHANNEL) listener.onSessionEnded(payload);
    }
  }
}

const shared = globalThis as unknown as { samplemindLiveChannel?: LiveChannel };

export function liveChannel(): LiveChannel {
  shared.samplemindLiveChannel ??= new LiveChannel();
  return shared.samplemindLiveChannel;
}

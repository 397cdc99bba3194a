import "server-only";
import type pg from "pg";
import { connectAlone } from "@/db/client";
import { ENDED_SESSIONS_CHANNEL, FLAGS_CHANNEL, LIVE_EVENTS_CHANNEL } from "./channels";
import { logger } from "./logger";

const CHANNELS = [LIVE_EVENTS_CHANNEL, ENDED_SESSIONS_CHANNEL, FLAGS_CHANNEL];

const RECONNECT_MS = 500;
const PROBE_MS = 15_000;

export interface LiveListener {
  /** Something was written for this person: read on from where you are. */
  onEvents?(userId: string): void;
  /** Of a session, or of a key that was revoked or given another secret. */
  onSessionEnded?(sessionId: string): void;
  /** A feature flag is another than it was, for somebody. */
  onFlagsChanged?(): void;
  /** Listening began (again): what was announced while it did not is to be read and asked anew. */
  onListening(): void;
}

/** One LISTEN connection a process, however many streams are open, made when the first one opens. */
class LiveChannel {
  readonly #listeners = new Set<LiveListener>();
  /** The connection, or a mark while one is being made. */
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

  /** Becomes the connection only if nobody disconnected or connected anew while it was being made. */
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
    // A server that vanished without closing the connection shows only when it is asked.
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
    }
  }
}

const shared = globalThis as unknown as { samplemindLiveChannel?: LiveChannel };

export function liveChannel(): LiveChannel {
  shared.samplemindLiveChannel ??= new LiveChannel();
  return shared.samplemindLiveChannel;
}

/** A command that is done may end although this process still listens; servers stay for their own connections. */
function letGo(client: pg.Client): void {
  (client as pg.Client & { unref(): void }).unref();
}

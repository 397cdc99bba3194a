import { type CollectionEvent, readCollectionEvent } from "@/lib/events/collection-event";
import { readSampleEvent, type SampleEvent } from "@/lib/events/sample-event";

/**
 * `off`: an admin turned live updates off, so pages show what was there when they were opened. `crowded`: this person
 * has as many streams as one may have, in other windows.
 */
export type LiveState = "connecting" | "live" | "reconnecting" | "off" | "crowded";

const FIRST_RETRY_MS = 1000;
const LONGEST_RETRY_MS = 30_000;
/** A hidden tab closes its connection, because a browser allows only six to one server over all tabs. */
const HIDDEN_GRACE_MS = 20_000;

export interface LiveConnectionHandlers {
  onSample: (event: SampleEvent) => void;
  /** So many samples have changed that there is no event for each. */
  onManySamples: () => void;
  /** A batch began, was stopped or retried, or ended. */
  onBatch: (batchId: string) => void;
  onCollection: (event: CollectionEvent) => void;
  /** Points of the galaxy have other places. */
  onGalaxy: () => void;
  /** The numbers on the dashboard have changed. */
  onDashboard: () => void;
  /** The person has other notices, or has read some. */
  onNotices: () => void;
  onState: (state: LiveState) => void;
  /** Events may have been missed: everything on screen should be loaded again. */
  onGap: () => void;
  /** The session has ended, here or from another device. */
  onSignedOut: () => void;
}

/**
 * One event stream that stays open while its page is visible. The browser resumes it when the network drops, but gives
 * up when the server answers with an error. Then we reconnect from the last event id, and the server replays what came
 * after it.
 */
export class LiveConnection {
  readonly #url: string;
  readonly #handlers: LiveConnectionHandlers;
  /** Under it the server knows a stream of ours whose connection broke unnoticed, and lets the next one replace it. */
  readonly #page = Math.random().toString(36).slice(2);
  #source: EventSource | null = null;
  #lastEventId: string | null = null;
  #refusals = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(url: string, handlers: LiveConnectionHandlers) {
    this.#url = url;
    this.#handlers = handlers;
    document.addEventListener("visibilitychange", this.#onVisibility);
    if (document.visibilityState === "visible") this.#open();
  }

  close(): void {
    document.removeEventListener("visibilitychange", this.#onVisibility);
    this.#release();
  }

  #release(): void {
    clearTimeout(this.#timer);
    this.#source?.close();
    this.#source = null;
  }

  readonly #onVisibility = () => {
    clearTimeout(this.#timer);
    if (document.visibilityState === "hidden") this.#timer = setTimeout(() => this.#release(), HIDDEN_GRACE_MS);
    else if (this.#source === null || this.#source.readyState === EventSource.CLOSED) this.#open();
  };

  #open(): void {
    this.#release();
    const source = new EventSource(this.#address());
    this.#source = source;
    // The page was loaded before its first stream began. A resumed stream replays what was missed.
    source.addEventListener("ready", (message) => this.#begin(message, this.#lastEventId === null));
    source.addEventListener("reset", (message) => this.#begin(message, true));
    source.addEventListener("sample", (message) => {
      this.#lastEventId = message.lastEventId;
      const event = readSampleEvent(message.data);
      if (event) this.#handlers.onSample(event);
    });
    source.addEventListener("samples", (message) => {
      this.#lastEventId = message.lastEventId;
      this.#handlers.onManySamples();
    });
    source.addEventListener("batch", (message) => {
      this.#lastEventId = message.lastEventId;
      const { batchId } = JSON.parse(message.data) as { batchId?: unknown };
      if (typeof batchId === "string") this.#handlers.onBatch(batchId);
    });
    source.addEventListener("collection", (message) => {
      this.#lastEventId = message.lastEventId;
      const event = readCollectionEvent(message.data);
      if (event) this.#handlers.onCollection(event);
    });
    source.addEventListener("galaxy", (message) => {
      this.#lastEventId = message.lastEventId;
      this.#handlers.onGalaxy();
    });
    source.addEventListener("dashboard", (message) => {
      this.#lastEventId = message.lastEventId;
      this.#handlers.onDashboard();
    });
    source.addEventListener("notices", (message) => {
      this.#lastEventId = message.lastEventId;
      this.#handlers.onNotices();
    });
    source.addEventListener("error", () => this.#onError(source));
  }

  #address(): string {
    const query = new URLSearchParams({ page: this.#page });
    if (this.#lastEventId !== null) query.set("since", this.#lastEventId);
    return `${this.#url}?${query}`;
  }

  #begin(message: MessageEvent<string>, mayHaveMissed: boolean): void {
    this.#lastEventId = message.lastEventId;
    this.#refusals = 0;
    this.#handlers.onState("live");
    if (mayHaveMissed) this.#handlers.onGap();
  }

  #onError(source: EventSource): void {
    if (source !== this.#source) return;
    this.#handlers.onState("reconnecting");
    if (source.readyState !== EventSource.CLOSED) return;
    const delayMs = Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** this.#refusals);
    this.#refusals += 1;
    this.#timer = setTimeout(() => void this.#retry(), delayMs);
  }

  /** An event source does not say why it was refused, so a plain request asks for the status. */
  async #retry(): Promise<void> {
    if (document.visibilityState === "hidden") return;
    const asking = new AbortController();
    const answer = await fetch(this.#address(), { signal: asking.signal }).catch(() => null);
    asking.abort();
    const waitSeconds = Number(answer?.headers.get("retry-after"));
    if (answer?.status === 401) {
      this.#handlers.onSignedOut();
    } else if (answer?.status === 403) {
      this.#handlers.onState("off");
    } else if (waitSeconds > 0) {
      if (answer?.status === 429) this.#handlers.onState("crowded");
      this.#timer = setTimeout(() => void this.#retry(), waitSeconds * 1000);
    } else {
      this.#open();
    }
  }
}

import { type SampleEvent, sampleEventSchema } from "@/lib/events/sample-event";

/** `off`: an administrator switched it off; pages show what was there when they were opened. */
export type LiveState = "connecting" | "live" | "reconnecting" | "off";

const FIRST_RETRY_MS = 1000;
const LONGEST_RETRY_MS = 30_000;
/** A tab nobody looks at lets go of its connection: a browser allows six to one server, over all tabs. */
const HIDDEN_GRACE_MS = 20_000;

export interface LiveConnectionHandlers {
  onSample: (event: SampleEvent) => void;
  /** What the dashboard sums up has changed. */
  onDashboard: () => void;
  onState: (state: LiveState) => void;
  /** Changes may have gone by unseen: whatever is shown should be read again. */
  onGap: () => void;
  /** The session has ended, here or from another device. */
  onSignedOut: () => void;
}

/**
 * One event stream that stays up while its page is looked at. The browser resumes it by itself when the
 * network drops, but gives up for good when the server answers an error; then we begin again from the
 * last id we saw, and the server replays what came after it.
 */
export class LiveConnection {
  readonly #url: string;
  readonly #handlers: LiveConnectionHandlers;
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
    const since = this.#lastEventId === null ? "" : `?since=${this.#lastEventId}`;
    const source = new EventSource(this.#url + since);
    this.#source = source;
    // What the page shows was read before its first stream began; a resumed stream replays instead.
    source.addEventListener("ready", (message) => this.#begin(message, this.#lastEventId === null));
    source.addEventListener("reset", (message) => this.#begin(message, true));
    source.addEventListener("sample", (message) => {
      this.#lastEventId = message.lastEventId;
      const event = sampleEventSchema.safeParse(JSON.parse(message.data));
      if (event.success) this.#handlers.onSample(event.data);
    });
    source.addEventListener("dashboard", (message) => {
      this.#lastEventId = message.lastEventId;
      this.#handlers.onDashboard();
    });
    source.addEventListener("error", () => this.#onError(source));
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

  /** An event source does not tell why it was refused, so the same address is asked plainly. */
  async #retry(): Promise<void> {
    const asking = new AbortController();
    const status = await fetch(this.#url, { signal: asking.signal }).then(
      (response) => response.status,
      () => null,
    );
    asking.abort();
    if (status === 401) this.#handlers.onSignedOut();
    else if (status === 403) this.#handlers.onState("off");
    else if (document.visibilityState === "visible") this.#open();
  }
}

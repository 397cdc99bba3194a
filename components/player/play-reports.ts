import { HEARD_PARTS_MAX, HEARTBEAT_SECONDS } from "@/lib/plays/constants";
import { longestParts, mergeParts, type Part } from "@/lib/plays/heard-parts";
import type { BeginPlay, Heartbeat } from "@/lib/plays/schema";

/** What a report needs of the browser, so that it can be tried without one. */
export interface ReportingBrowser {
  fetch(url: string, init: RequestInit): Promise<Response>;
  /** Sends while the page goes away. False if the browser does not take it. */
  sendBeacon(url: string, body: Blob): boolean;
  /** Milliseconds by a clock that never goes back. */
  now(): number;
  isDriven: boolean;
  isVisible: boolean;
}

const thisBrowser = (): ReportingBrowser => ({
  fetch: (url, init) => fetch(url, init),
  sendBeacon: (url, body) => navigator.sendBeacon?.(url, body) ?? false,
  now: () => performance.now(),
  isDriven: navigator.webdriver === true,
  isVisible: document.visibilityState === "visible",
});

const JSON_TYPE = { "Content-Type": "application/json" };

/**
 * Reports one play of a publication: what was heard of it, about every ten seconds of sound. A report says all that was
 * heard so far, so one that gets lost is made up for by the next. Whatever fails, the sound goes on.
 */
export class PlayReporter {
  readonly #about: Pick<BeginPlay, "publicationId" | "context">;
  readonly #browser: ReportingBrowser;
  #token: string | null = null;
  #beginning: Promise<void> | null = null;
  /** No longer public, or not for us: nothing more is asked. */
  #isRefused = false;
  #hasEnded = false;
  #beganAtMs = 0;
  #notBeforeMs = 0;
  #number = 0;
  #parts: Part[] = [];
  #unreportedSeconds = 0;
  #positionSeconds = 0;
  #isMuted = false;
  #hiddenSinceMs: number | null;

  constructor(about: Pick<BeginPlay, "publicationId" | "context">, browser: ReportingBrowser = thisBrowser()) {
    this.#about = about;
    this.#browser = browser;
    this.#hiddenSinceMs = browser.isVisible ? null : browser.now();
  }

  /** The sound begins. Safe to call again. */
  begin(): Promise<void> {
    if (this.#isRefused || this.#token !== null) return Promise.resolve();
    this.#beginning ??= this.#askForId().finally(() => {
      this.#beginning = null;
    });
    return this.#beginning;
  }

  /** A part of the recording has just sounded, at whatever speed. What a muted player plays is not heard. */
  heard(fromSeconds: number, toSeconds: number): void {
    if (!(toSeconds > fromSeconds) || this.#hasEnded || this.#isRefused) return;
    this.#positionSeconds = toSeconds;
    if (!this.#isMuted) this.#parts = mergeParts([...this.#parts, [Math.max(0, fromSeconds), toSeconds]]);
    this.#unreportedSeconds += toSeconds - fromSeconds;
    // The play was closed after a long pause, or could not begin while the network was away.
    if (this.#token === null) void this.begin();
    else if (this.#unreportedSeconds >= HEARTBEAT_SECONDS) void this.#report();
  }

  visible(isVisible: boolean): void {
    if (isVisible) this.#hiddenSinceMs = null;
    else this.#hiddenSinceMs ??= this.#browser.now();
    // A phone may end a hidden page without a word.
    if (!isVisible && this.#unreportedSeconds > 0) this.#reportLast();
  }

  muted(isMuted: boolean): void {
    this.#isMuted = isMuted;
  }

  /** The sound is over, or the page goes. */
  end(): void {
    if (this.#hasEnded) return;
    this.#hasEnded = true;
    if (this.#token !== null) this.#reportLast();
    // A short sound is over before its id is there.
    else if (this.#beginning) void this.#beginning.then(() => this.#reportLast());
  }

  async #askForId(): Promise<void> {
    const { now, isDriven } = this.#browser;
    if (now() < this.#notBeforeMs) return;
    this.#beganAtMs = now();
    const answer = await this.#post("/plays", { ...this.#about, isDriven });
    if (answer?.status === 201) {
      const { data } = (await answer.json()) as { data: { id: string } };
      this.#token = data.id;
      this.#number = 0;
    } else this.#mind(answer);
  }

  async #report(): Promise<void> {
    const report = this.#nextReport();
    if (!report || this.#browser.now() < this.#notBeforeMs) return;
    const answer = await this.#post(report.url, report.beat);
    if (!answer?.ok) return this.#mind(answer, report.token);
    const { data } = (await answer.json()) as { data: { state: "open" | "closed" } };
    if (data.state === "closed") this.#startAnew(report.token);
  }

  #reportLast(): void {
    const report = this.#nextReport();
    if (!report) return;
    const body = new Blob([JSON.stringify(report.beat)], { type: JSON_TYPE["Content-Type"] });
    if (!this.#browser.sendBeacon(report.url, body)) void this.#post(report.url, report.beat);
  }

  #nextReport(): { url: string; token: string; beat: Heartbeat } | null {
    const token = this.#token;
    if (token === null || this.#isRefused) return null;
    this.#number += 1;
    this.#unreportedSeconds = 0;
    const now = this.#browser.now();
    const beat = {
      publicationId: this.#about.publicationId,
      number: this.#number,
      parts: longestParts(this.#parts, HEARD_PARTS_MAX).map(([from, to]): [number, number] => [from, to]),
      positionSeconds: this.#positionSeconds,
      isMuted: this.#isMuted && this.#parts.length === 0,
      hiddenSeconds: this.#hiddenSinceMs === null ? 0 : (now - this.#hiddenSinceMs) / 1000,
      clockSeconds: (now - this.#beganAtMs) / 1000,
    };
    return { url: `/plays/${token}/heartbeats`, token, beat };
  }

  /** Null if the network is away: the next report says it all again. */
  #post(url: string, body: object): Promise<Response | null> {
    const init = { method: "POST", headers: JSON_TYPE, body: JSON.stringify(body), keepalive: true };
    return this.#browser.fetch(url, init).catch(() => null);
  }

  #mind(answer: Response | null, token?: string): void {
    if (answer?.status === 429) {
      const seconds = Number(answer.headers.get("Retry-After")) || 60;
      this.#notBeforeMs = this.#browser.now() + seconds * 1000;
    }
    // Another address or account than when it began: what comes from now on is another play.
    else if (answer?.status === 404 && token !== undefined) this.#startAnew(token);
    else if (answer && answer.status >= 400 && answer.status < 500) this.#isRefused = true;
  }

  #startAnew(token: string): void {
    if (this.#token !== token) return;
    this.#token = null;
    this.#parts = [];
    this.#unreportedSeconds = 0;
  }
}

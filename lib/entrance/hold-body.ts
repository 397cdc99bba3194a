import type { IncomingMessage } from "node:http";
import type { BodyTimes } from "./body-caps";
import type { OpenBodies, OpenBody } from "./open-bodies";
import { hasBody } from "./refuse";
import { type Refusal, refusalOfBody } from "./request-shape";

const FIRST_BYTES = 16 * 1024;
const RETRY_SECONDS = 10;

export interface Hold {
  capBytes: number;
  times: BodyTimes;
  /** Whose bodies are counted together. */
  address: string;
  open: OpenBodies;
  /** The body may come. */
  onHeld(): void;
  /** The body is complete, and the request can be read as if it had just arrived. */
  onWhole(): void;
  onRefused(refusal: Refusal): void;
}

/**
 * Keeps a request back until its body has come to its end, so that nothing of it reaches the framework before it is
 * known to be small enough, and nobody can keep a route waiting. Node hands the body to `push`; the request is not
 * read here, because the framework has to read it.
 */
export function holdBody(request: IncomingMessage, hold: Hold): void {
  const declaredBytes = Number(request.headers["content-length"] ?? 0);
  if (!hasBody(request)) {
    const refusal = refusalOfBody(request.headers, Buffer.alloc(0));
    if (refusal) hold.onRefused(refusal);
    else hold.onWhole();
  } else if (declaredBytes > hold.capBytes) {
    hold.onRefused(tooLarge(hold.capBytes));
  } else {
    new HeldBody(request, hold).wait();
  }
}

class HeldBody {
  readonly #request: IncomingMessage;
  readonly #hold: Hold;
  readonly #counted: OpenBody;
  readonly #kept: GrowingBuffer;
  readonly #pushOn: IncomingMessage["push"];
  readonly #silence: NodeJS.Timeout;
  readonly #whole: NodeJS.Timeout;

  constructor(request: IncomingMessage, hold: Hold) {
    this.#request = request;
    this.#hold = hold;
    this.#counted = hold.open.begin(hold.address, () => this.#refuse(tooMany()));
    this.#kept = new GrowingBuffer(hold.capBytes, (bytes) => this.#counted.take(bytes));
    this.#pushOn = request.push;
    const giveUp = () => this.#refuse(tooSlow());
    this.#silence = setTimeout(giveUp, hold.times.silenceMs);
    this.#whole = setTimeout(giveUp, hold.times.wholeMs);
  }

  wait(): void {
    this.#request.once("close", this.#stop);
    this.#request.push = (chunk: Buffer | null) => {
      if (chunk === null) this.#handOn();
      else this.#keep(chunk);
      return true;
    };
    this.#hold.onHeld();
  }

  #keep(chunk: Buffer): void {
    const { capBytes } = this.#hold;
    this.#silence.refresh();
    if (this.#kept.length + chunk.length > capBytes) this.#refuse(tooLarge(capBytes));
    else if (!this.#kept.append(chunk)) this.#refuse(tooMany());
  }

  #handOn(): void {
    this.#stop();
    const body = this.#kept.bytes();
    const refusal = refusalOfBody(this.#request.headers, body);
    if (refusal) {
      this.#hold.onRefused(refusal);
      return;
    }
    this.#hold.onWhole();
    if (body.length > 0) this.#request.push(body);
    this.#request.push(null);
  }

  #refuse(refusal: Refusal): void {
    this.#stop();
    this.#hold.onRefused(refusal);
  }

  readonly #stop = () => {
    clearTimeout(this.#silence);
    clearTimeout(this.#whole);
    this.#request.removeListener("close", this.#stop);
    this.#request.push = this.#pushOn;
    this.#counted.end();
  };
}

/** Bytes are copied: a chunk of one byte keeps alive everything that came with it. */
class GrowingBuffer {
  readonly #capBytes: number;
  readonly #take: (bytes: number) => boolean;
  #buffer = Buffer.alloc(0);
  length = 0;

  constructor(capBytes: number, take: (bytes: number) => boolean) {
    this.#capBytes = capBytes;
    this.#take = take;
  }

  /** Returns false if there is no memory for it. */
  append(chunk: Buffer): boolean {
    const needed = this.length + chunk.length;
    if (needed > this.#buffer.length) {
      const size = Math.min(this.#capBytes, Math.max(needed, 2 * this.#buffer.length, FIRST_BYTES));
      if (!this.#take(size - this.#buffer.length)) return false;
      const larger = Buffer.allocUnsafeSlow(size);
      this.#buffer.copy(larger, 0, 0, this.length);
      this.#buffer = larger;
    }
    chunk.copy(this.#buffer, this.length);
    this.length = needed;
    return true;
  }

  bytes(): Buffer {
    return this.#buffer.subarray(0, this.length);
  }
}

function tooLarge(capBytes: number): Refusal {
  const title = "The body of the request is too large";
  return { status: 413, code: "body_too_large", title, detail: `At most ${capBytes} bytes are taken here.` };
}

function tooSlow(): Refusal {
  return { status: 408, code: "body_too_slow", title: "The body of the request did not arrive in time" };
}

function tooMany(): Refusal {
  return {
    status: 429,
    code: "too_many_bodies",
    title: "Too many requests are unfinished",
    detail: `Try again in ${RETRY_SECONDS} s.`,
    headers: { "Retry-After": String(RETRY_SECONDS) },
  };
}

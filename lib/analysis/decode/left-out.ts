import type { LeftOutPart, PartReason } from "@/lib/analysis/record/left-out";
import type { ByteSource } from "./containers/byte-source";
import { endBeforeTags } from "./containers/tags";

/** Less than this is a rounding of encoders, and nobody hears it. */
const LEAST_SECONDS = 0.02;
/** Parts that are this near to each other are one. */
const NEAR_SECONDS = 0.5;
const MOST_PARTS = 100;
const LEAST_BYTES_AFTER_END = 4096;
/** More than any file holds. A header that claims so much says nothing. */
const MOST_SECONDS = 12 * 60 * 60;

/** Collects what decoders had to leave out. */
export class LeftOut {
  readonly parts: LeftOutPart[] = [];
  /** A part too short to mention, unless more of its kind follow. */
  private tiny: (LeftOutPart & { seconds: number }) | null = null;

  /** @param now how many seconds have been handed over so far */
  constructor(private readonly now: () => number) {}

  /** Where the next sample will be. */
  get positionSeconds(): number {
    return this.now();
  }

  /** Bytes that are not read, at the bit rate of the bytes before them. */
  addRest(reason: PartReason, bytes: number, bytesBefore: number): void {
    this.add(reason, bytesBefore > 0 ? (bytes * this.now()) / bytesBefore : null);
  }

  /** What follows the end of the sound at `end`, unless it is tags, zeros or some program's note. */
  addAfterEnd(source: ByteSource, end: number): void {
    const bytes = endBeforeTags(source) - end;
    if (bytes < LEAST_BYTES_AFTER_END) return;
    const isZeros = source.read(end, LEAST_BYTES_AFTER_END).every((byte) => byte === 0);
    if (!isZeros) this.addRest("after_end", bytes, end);
  }

  /** @param seconds how long the part would be; null if that is not known */
  add(reason: PartReason, seconds: number | null, startSeconds = this.now()): void {
    const length = seconds !== null && seconds <= MOST_SECONDS ? seconds : null;
    const last = this.parts.at(-1);
    if (last && (isNear(last, reason, startSeconds) || this.parts.length >= MOST_PARTS)) {
      last.seconds = last.seconds === null || length === null ? last.seconds : rounded(last.seconds + length);
      return;
    }
    const { tiny } = this;
    const isMore = tiny && length !== null && isNear(tiny, reason, startSeconds);
    const part = isMore
      ? { ...tiny, seconds: tiny.seconds + length }
      : { reason, startSeconds: rounded(startSeconds), seconds: length };
    if (part.seconds !== null && part.seconds < LEAST_SECONDS) {
      this.tiny = { ...part, seconds: part.seconds };
      return;
    }
    this.tiny = null;
    this.parts.push({ ...part, seconds: part.seconds === null ? null : rounded(part.seconds) });
  }
}

function isNear(part: LeftOutPart, reason: PartReason, startSeconds: number): boolean {
  return part.reason === reason && startSeconds - part.startSeconds < NEAR_SECONDS;
}

function rounded(seconds: number): number {
  return Math.round(seconds * 1000) / 1000;
}

import type { ByteSource } from "./byte-source";
import { tagEndAt } from "./tags";

/** What the walk needs to know about a frame of a stream without a container. */
export interface StreamFrame {
  sampleRateHz: number;
  channels: number;
  samples: number;
  lengthBytes: number;
}

/** How frames of one kind are recognised. */
export interface FrameSyntax<Frame extends StreamFrame> {
  headerBytes: number;
  /** The frame whose header is at `offset`, or null. */
  at(bytes: Uint8Array, offset: number): Frame | null;
  /** Whether both may belong to one stream. */
  agree(one: Frame, other: Frame): boolean;
}

export type WalkStep<Frame extends StreamFrame> =
  | { kind: "frame"; frame: Frame; bytes: Uint8Array; offset: number }
  /** Bytes that are neither a frame nor a tag. */
  | { kind: "gap"; offset: number; lengthBytes: number; isZeros: boolean };

/** A window of a source, so that looking at a header seldom means reading from the file. */
class Window {
  private bytes: Uint8Array = new Uint8Array(0);
  private start = 0;

  constructor(
    private readonly source: ByteSource,
    private readonly windowBytes: number,
  ) {}

  /** Bytes from `offset` on if at least `count` of them are here already. */
  peek(offset: number, count: number): Uint8Array | null {
    const isHere = offset >= this.start && offset + count <= this.start + this.bytes.length;
    return isHere ? this.bytes.subarray(offset - this.start) : null;
  }

  /** At least `count` bytes from `offset` on, unless the file ends before. */
  at(offset: number, count: number): Uint8Array {
    if (offset < this.start || offset + count > this.start + this.bytes.length) {
      this.bytes = this.source.read(offset, Math.max(count, this.windowBytes));
      this.start = offset;
    }
    return this.bytes.subarray(offset - this.start);
  }
}

const AGREEING_FRAMES = 4;
const WINDOW_BYTES = 64 * 1024;
const AHEAD_BYTES = 4096;
/** Rubbish and zeros before the first frame are searched through up to here. */
export const SEARCH_BYTES = 4 * 1024 * 1024;

/** Finds frames, and walks along them. Every step moves on by at least one byte. */
export class FrameWalk<Frame extends StreamFrame> {
  private readonly window: Window;
  private readonly ahead: Window;

  constructor(
    private readonly source: ByteSource,
    private readonly syntax: FrameSyntax<Frame>,
    private readonly end: number,
  ) {
    this.window = new Window(source, WINDOW_BYTES);
    this.ahead = new Window(source, AHEAD_BYTES);
  }

  /** Offset of the first frame in `from` to `to` that is followed by frames that agree with it; null if there is none. */
  find(from: number, to = Math.min(this.end, from + SEARCH_BYTES)): number | null {
    let offset = from;
    while (offset < to) {
      const bytes = this.window.at(offset, Math.min(this.syntax.headerBytes, this.end - offset));
      const sync = bytes.indexOf(0xff);
      if (bytes.length === 0) return null;
      if (sync < 0) {
        offset += bytes.length;
        continue;
      }
      offset += sync;
      if (offset < to && this.isConfirmed(offset)) return offset;
      offset++;
    }
    return null;
  }

  /** All frames from `from` on, and what is between them. Tags between them are passed without a word. */
  *steps(from: number): Generator<WalkStep<Frame>> {
    let offset = from;
    let last: Frame | null = null;
    while (offset + this.syntax.headerBytes <= this.end) {
      const frame = this.frameAt(offset);
      const goesOn = frame && last && this.syntax.agree(frame, last);
      if (frame && (goesOn || this.isConfirmed(offset))) {
        // A frame that the end of the file cuts short is no frame.
        if (offset + frame.lengthBytes > this.end) return;
        const bytes = this.window.at(offset, frame.lengthBytes).subarray(0, frame.lengthBytes);
        yield { kind: "frame", frame, bytes, offset };
        offset += frame.lengthBytes;
        last = frame;
        continue;
      }
      const tagEnd = tagEndAt(this.source, offset);
      if (tagEnd !== null && tagEnd <= this.end) {
        offset = tagEnd;
        continue;
      }
      const next = this.find(offset + 1, this.end) ?? this.end;
      yield { kind: "gap", offset, lengthBytes: next - offset, isZeros: this.areZeros(offset, next) };
      offset = next;
      last = null;
    }
  }

  private frameAt(offset: number): Frame | null {
    return this.syntax.at(this.window.at(offset, Math.min(this.syntax.headerBytes, this.end - offset)), 0);
  }

  /** Whether frames of its kind follow. A very short file may end before that: two are enough then, or one that fills it. */
  private isConfirmed(start: number): boolean {
    const { syntax, end } = this;
    const first = this.frameAt(start);
    if (!first) return false;
    let offset = start;
    let frame: Frame | null = first;
    for (let count = 1; count < AGREEING_FRAMES; count++) {
      offset += frame.lengthBytes;
      if (offset + syntax.headerBytes > end) return count >= 2 || offset === end;
      const bytes = this.window.peek(offset, syntax.headerBytes) ?? this.ahead.at(offset, syntax.headerBytes);
      frame = syntax.at(bytes, 0);
      if (!frame || !syntax.agree(frame, first)) return false;
    }
    return true;
  }

  private areZeros(from: number, to: number): boolean {
    for (let offset = from; offset < to; offset += WINDOW_BYTES) {
      const bytes = this.source.read(offset, Math.min(WINDOW_BYTES, to - offset));
      if (bytes.some((byte) => byte !== 0)) return false;
    }
    return true;
  }
}

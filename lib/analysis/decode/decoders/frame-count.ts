import type { StreamFrame, WalkStep } from "@/lib/analysis/decode/containers/frame-walk";
import type { LeftOut } from "@/lib/analysis/decode/left-out";

type Gap = Extract<WalkStep<StreamFrame>, { kind: "gap" }>;

/** Zeros of this length at the end, or before the first frame, are what a copy left that broke off. */
const PADDING_BYTES = 64 * 1024;

/** The count of some encoders is off by a frame or two. */
const TOLERANCE_FRAMES = 2.5;
/** A recording that was cut out of a longer one begins with a part of a frame. */
const RUBBISH_BYTES = 4096;

/** Works out what is missing between the frames of a stream, and at its end. */
export class FrameCount {
  private frames = 0;
  private seconds = 0;
  private bytes = 0;
  private frameSeconds = 0;
  private lostSeconds = 0;
  /** Frames of this recording according to its header; null if it has none. */
  private claimed: number | null = null;
  private sinceBegin = 0;
  private lead: Gap | null = null;

  constructor(private readonly leftOut: LeftOut) {}

  /** A recording begins whose header counts its frames. What was before it is not part of it. */
  begin(claimed: number | null): void {
    this.leadIn(false);
    this.settle();
    this.claimed = claimed;
    this.sinceBegin = 0;
    this.lostSeconds = 0;
  }

  frame({ samples, sampleRateHz, lengthBytes }: StreamFrame): void {
    this.frameSeconds = samples / sampleRateHz;
    this.seconds += this.frameSeconds;
    this.bytes += lengthBytes;
    this.frames++;
    this.sinceBegin++;
    if (this.lead && this.frames === LEAD_FRAMES) this.leadIn(true);
  }

  /** Bytes that are no frame. `end` is where the stream ends. */
  gap(gap: Gap, end: number): void {
    const isAtEnd = gap.offset + gap.lengthBytes >= end;
    if (this.frames === 0) this.lead = gap;
    else if (!isAtEnd) this.lose(gap);
    // Padding after all frames is no loss. If nobody counted them, a little of it is not either.
    else if (this.isComplete) this.afterEnd(gap);
    else if (!(gap.isZeros && gap.lengthBytes < PADDING_BYTES)) this.lose(gap);
  }

  end(): void {
    this.leadIn(true);
    this.settle();
  }

  private get isComplete(): boolean {
    return this.claimed !== null && this.sinceBegin + TOLERANCE_FRAMES >= this.claimed;
  }

  private afterEnd({ isZeros, lengthBytes }: Gap): void {
    if (!isZeros && lengthBytes >= RUBBISH_BYTES) this.leftOut.add("after_end", this.secondsOf(lengthBytes));
  }

  private secondsOf(bytes: number): number | null {
    return this.bytes > 0 ? (bytes * this.seconds) / this.bytes : null;
  }

  private lose(gap: Gap, startSeconds?: number): void {
    const seconds = this.secondsOf(gap.lengthBytes);
    this.lostSeconds += seconds ?? 0;
    this.leftOut.add("damaged", seconds, startSeconds);
  }

  private settle(): void {
    if (this.claimed === null) return;
    const missing = (this.claimed - this.sinceBegin) * this.frameSeconds - this.lostSeconds;
    if (missing > TOLERANCE_FRAMES * this.frameSeconds) this.leftOut.add("cut_off", missing);
    this.claimed = null;
  }

  /** What was before the first frame, once it is known how long it would be. */
  private leadIn(isLost: boolean): void {
    const { lead } = this;
    this.lead = null;
    const usual = lead?.isZeros ? PADDING_BYTES : RUBBISH_BYTES;
    if (isLost && lead && lead.lengthBytes >= usual) this.lose(lead, 0);
  }
}

/** So many frames tell the bit rate. */
const LEAD_FRAMES = 20;

import { type CueMark, WavWriter, type WavWriterOptions } from "./wav-writer";
import { nearestZeroCrossing } from "./zero-crossing";

/** Within this of where it is asked for, a cut may move to a zero crossing. */
const WINDOW_SECONDS = 0.01;

export interface RegionFrames {
  from: number;
  /** The first frame behind it. */
  to: number;
}

/**
 * Cuts one region out of a stream of blocks. With `isSnapped` both its ends move to zero crossings nearby; the beginning and
 * the end of the recording stay where they are.
 */
export class RegionCut {
  readonly #reach: number;
  #writer: WavWriter | null = null;
  #held: Float32Array[][] = [];
  #heldFrames = 0;
  /** Frame of the recording that is the first of what is held, and then of the file. */
  #start: number;
  #isStarted = false;
  #end: Float32Array;

  constructor(
    private readonly path: string,
    private readonly region: RegionFrames,
    private readonly options: WavWriterOptions,
    isSnapped: boolean,
  ) {
    this.#reach = isSnapped ? Math.round(WINDOW_SECONDS * options.sampleRateHz) : 0;
    this.#start = Math.max(0, region.from - this.#reach);
    this.#end = new Float32Array(this.#reach * 2);
  }

  /** The first frame behind everything that this region needs. */
  get lastFrame(): number {
    return this.region.to + this.#reach;
  }

  /** A block whose first sample is frame `position` of the recording. */
  push(block: readonly Float32Array[], position: number): void {
    const length = block[0]?.length ?? 0;
    const from = Math.max(0, Math.max(0, this.region.from - this.#reach) - position);
    const to = Math.min(length, this.lastFrame - position);
    if (to <= from) return;
    const part = block.map((samples) => samples.slice(from, to));
    this.#remember(part, position + from);
    if (this.#isStarted) {
      this.#write(part);
      return;
    }
    this.#held.push(part);
    this.#heldFrames += to - from;
    if (this.#start + this.#heldFrames >= this.region.from + this.#reach) this.#begin();
  }

  /** Ends the file. Returns what became of the region, in frames of the recording. Null if nothing of it was there. */
  finish(cues: (cut: RegionFrames) => readonly CueMark[] = () => []): RegionFrames | null {
    if (!this.#isStarted) this.#begin();
    const writer = this.#writer;
    if (!writer || writer.frames === 0) return null;
    const heard = this.#start + writer.frames;
    const cut = { from: this.#start, to: Math.max(this.#start + 1, Math.min(heard, this.#endNear(heard))) };
    writer.shorten(cut.to - cut.from);
    writer.finish(cues(cut));
    return cut;
  }

  close(): void {
    this.#writer?.close();
    this.#writer = null;
  }

  /** Everything around the start is there: choose it, and write from there on. */
  #begin(): void {
    this.#isStarted = true;
    this.#writer = new WavWriter(this.path, this.options);
    const skipped = this.#reach > 0 && this.region.from > 0 ? this.#startNear() : this.region.from - this.#start;
    let left = Math.max(0, skipped);
    this.#start += left;
    for (const part of this.#held) {
      const length = part[0]?.length ?? 0;
      const passed = Math.min(left, length);
      left -= passed;
      if (passed < length) this.#write(part.map((samples) => samples.subarray(passed)));
    }
    this.#held = [];
  }

  #startNear(): number {
    const window = mixed(this.#held).subarray(0, this.#reach * 2);
    return nearestZeroCrossing(window, this.region.from - this.#start);
  }

  /** Where the region ends, given where the recording does. */
  #endNear(heard: number): number {
    if (this.#reach === 0 || heard <= this.region.to) return this.region.to;
    const first = this.region.to - this.#reach;
    return first + nearestZeroCrossing(this.#end.subarray(0, Math.min(this.#end.length, heard - first)), this.#reach);
  }

  /** The mix around the end, as it comes by. */
  #remember(part: readonly Float32Array[], position: number): void {
    const first = this.region.to - this.#reach;
    const length = part[0]?.length ?? 0;
    for (let frame = Math.max(0, first - position); frame < length; frame++) {
      const at = position + frame - first;
      if (at >= this.#end.length) return;
      for (const samples of part) this.#end[at] = (this.#end[at] as number) + (samples[frame] as number);
    }
  }

  #write(part: readonly Float32Array[]): void {
    this.#writer?.push(part);
  }
}

function mixed(parts: readonly (readonly Float32Array[])[]): Float32Array {
  const length = parts.reduce((sum, part) => sum + (part[0]?.length ?? 0), 0);
  const mix = new Float32Array(length);
  let offset = 0;
  for (const part of parts) {
    for (const samples of part) {
      for (const [at, value] of samples.entries()) mix[offset + at] = (mix[offset + at] as number) + value;
    }
    offset += part[0]?.length ?? 0;
  }
  return mix;
}

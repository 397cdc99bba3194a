import type { BegunStep, Findings, Step, StepName } from "@/lib/analysis/extractors/step";
import type { NotApplicable } from "@/lib/analysis/record/schema";
import { copyFinite } from "@/lib/dsp/level/signal-level";
import { stepOrder } from "./step-order";
import { STEPS } from "./steps";
import { type StreamOptions, Streams } from "./streams";

/** Blocks are cut into chunks of this many samples, so that the result does not depend on their length. */
const CHUNK = 4096;

export type MeasurementOptions = StreamOptions & {
  /** Checked at every chunk. Once it is aborted, `push` and `finish` throw its reason. */
  signal?: AbortSignal | undefined;
};

export type MeasurementResult = {
  durationSeconds: number;
  /** What the steps that ran have found. */
  found: Partial<Findings>;
  /** Why a value is absent. */
  absent: Partial<Record<StepName, NotApplicable>>;
};

/** One recording being measured: blocks go in, findings come out. */
export class Measurement {
  private readonly steps: { name: Step["name"]; begun: BegunStep }[] = [];
  private readonly streams: Streams;
  private readonly chunk: Float32Array[];
  private readonly signal: AbortSignal | undefined;
  private filled = 0;
  private samples = 0;

  /** @param wanted the steps to run; those they need run as well */
  constructor(wanted: readonly StepName[], { signal, ...recording }: MeasurementOptions) {
    this.signal = signal;
    this.chunk = Array.from({ length: recording.channels }, () => new Float32Array(CHUNK));
    const order = stepOrder(STEPS, wanted);
    this.streams = new Streams(recording, CHUNK, (rates) => {
      this.steps.push(...order.map((step) => ({ name: step.name, begun: step.begin(rates) })));
      return this.steps.flatMap(({ begun }) => begun.listener ?? []);
    });
  }

  /** One array per channel, of equal but any length. */
  push(block: readonly Float32Array[]): void {
    const length = block[0]?.length ?? 0;
    if (block.length !== this.chunk.length || block.some((channel) => channel.length !== length)) {
      throw new RangeError(`expected ${this.chunk.length} channels of equal length`);
    }
    for (let taken = 0; taken < length; ) {
      const count = Math.min(CHUNK - this.filled, length - taken);
      for (const [index, into] of this.chunk.entries()) {
        copyFinite(block[index] ?? into, taken, count, into, this.filled);
      }
      this.filled += count;
      taken += count;
      if (this.filled === CHUNK) this.process();
    }
  }

  /** Once, after the last block. */
  finish(): MeasurementResult {
    if (this.filled > 0) this.process();
    this.streams.finish();
    const { sampleRateHz, channels, framesPerSecond } = this.streams.rates;
    const durationSeconds = this.samples / sampleRateHz;
    const facts = { durationSeconds, sampleRateHz, channels, framesPerSecond };
    const found: Partial<Record<StepName, unknown>> = {};
    const absent: MeasurementResult["absent"] = {};
    for (const { name, begun } of this.steps) {
      // Every step comes after all it needs, so whatever it reads here has been found.
      const result = begun.compute(found as Findings, facts);
      found[name] = result.value;
      if (result.absent) absent[name] = result.absent;
    }
    return { durationSeconds, found: found as Partial<Findings>, absent };
  }

  private process(): void {
    this.signal?.throwIfAborted();
    this.streams.push(this.chunk, this.filled);
    this.samples += this.filled;
    this.filled = 0;
  }
}

import { LiveMeter, METER_PROCESSOR } from "./live-meter";

// A bundle of its own (scripts/build.mjs), which runs in the audio thread.

// What that thread has, and the types of a page do not know.
declare const sampleRate: number;
declare class AudioWorkletProcessor {
  readonly port: MessagePort;
}
declare function registerProcessor(
  name: string,
  processor: new (options: { processorOptions: { channels: number } }) => AudioWorkletProcessor,
): void;

/** About fifty readings a second. */
const READING_SAMPLES = Math.round(sampleRate / 50);

registerProcessor(
  METER_PROCESSOR,
  class extends AudioWorkletProcessor {
    readonly meter: LiveMeter;

    constructor({ processorOptions }: { processorOptions: { channels: number } }) {
      super();
      this.meter = new LiveMeter(sampleRate, processorOptions.channels, READING_SAMPLES);
      this.port.onmessage = () => this.meter.restart();
    }

    process([input]: Float32Array[][]): boolean {
      const length = input?.[0]?.length ?? 0;
      if (input && length > 0 && this.meter.push(input, length)) {
        const reading = this.meter.read();
        this.port.postMessage(reading, [reading.left.buffer, reading.right.buffer]);
      }
      return true;
    }
  },
);

import Meyda from "meyda";
import { openFileSource } from "@/lib/analysis/decode/containers/byte-source";
import { probeAudio } from "@/lib/analysis/decode/containers/container";
import { decodeAudio } from "@/lib/analysis/decode/decode";

const FRAME = 2048;
const HOP = FRAME / 2;
const COEFFICIENTS = 13;

/**
 * What sounds are commonly compared by: mean and standard deviation of 13 MFCCs as Meyda computes them with its own
 * settings, over frames of 2048 samples that overlap by half. 26 values. A last frame is filled up with silence.
 */
export async function mfccStatistics(path: string): Promise<number[]> {
  const source = openFileSource(path);
  try {
    const audio = await decodeAudio(source, probeAudio(source));
    const frames = new MfccFrames(audio.probe.sampleRateHz);
    for await (const block of audio.blocks) frames.push(mixed(block));
    return frames.finish();
  } finally {
    source.close();
  }
}

class MfccFrames {
  private rest = new Float32Array(0);
  private count = 0;
  private readonly sum = new Float64Array(COEFFICIENTS);
  private readonly squares = new Float64Array(COEFFICIENTS);

  constructor(sampleRateHz: number) {
    // Meyda keeps the filters of the rate before unless they are taken away.
    Object.assign(Meyda, { sampleRate: sampleRateHz, bufferSize: FRAME, melFilterBank: undefined });
  }

  push(signal: Float32Array): void {
    const all = new Float32Array(this.rest.length + signal.length);
    all.set(this.rest);
    all.set(signal, this.rest.length);
    let at = 0;
    for (; at + FRAME <= all.length; at += HOP) this.add(all.subarray(at, at + FRAME));
    this.rest = all.slice(at);
  }

  finish(): number[] {
    if (this.count === 0) this.add(Float32Array.from({ length: FRAME }, (_, i) => this.rest[i] ?? 0));
    const mean = [...this.sum].map((sum) => sum / this.count);
    const deviation = mean.map((value, c) => Math.sqrt(Math.max(0, (this.squares[c] ?? 0) / this.count - value ** 2)));
    return [...mean, ...deviation];
  }

  private add(frame: Float32Array): void {
    const found = Meyda.extract("mfcc", frame) as unknown as number[];
    found.forEach((value, c) => {
      this.sum[c] = (this.sum[c] ?? 0) + value;
      this.squares[c] = (this.squares[c] ?? 0) + value ** 2;
    });
    this.count++;
  }
}

function mixed(channels: readonly Float32Array[]): Float32Array {
  const length = channels[0]?.length ?? 0;
  return Float32Array.from(
    { length },
    (_, i) => channels.reduce((sum, samples) => sum + (samples[i] ?? 0), 0) / channels.length,
  );
}

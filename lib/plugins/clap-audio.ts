import { type FilePath, openFileSource } from "@/lib/analysis/decode/containers/byte-source";
import { probeAudio } from "@/lib/analysis/decode/containers/container";
import { decodeAudio } from "@/lib/analysis/decode/decode";
import { mixToMono } from "@/lib/dsp/level/signal-level";
import { Resampler } from "@/lib/dsp/transform/resample";
import { CLAP_LISTENED_SECONDS, CLAP_RATE_HZ, CLAP_WINDOW_SECONDS, CLAP_WINDOWS_MAX } from "./constants";

/** Excerpts of a file as mono samples at 48 kHz: all of a short file, or up to three excerpts of ten seconds. */
export async function clapExcerpts(path: FilePath, durationSeconds: number): Promise<Float32Array[]> {
  const source = openFileSource(path);
  try {
    const { probe, blocks } = await decodeAudio(source, probeAudio(source));
    const excerpts = new Excerpts(excerptStarts(durationSeconds));
    const resampler =
      probe.sampleRateHz === CLAP_RATE_HZ ? null : new Resampler({ fromHz: probe.sampleRateHz, toHz: CLAP_RATE_HZ });
    for await (const block of blocks) {
      const length = block[0]?.length ?? 0;
      const mono = new Float32Array(length);
      mixToMono(block, length, mono);
      if (!resampler) {
        excerpts.push(mono, length);
      } else {
        resampler.process(mono, length);
        excerpts.push(resampler.output, resampler.outputLength);
      }
      if (excerpts.full) return excerpts.finish();
    }
    resampler?.finish();
    if (resampler) excerpts.push(resampler.output, resampler.outputLength);
    return excerpts.finish();
  } finally {
    source.close();
  }
}

/** Start times of the excerpts in seconds. They are evenly spread, with equal gaps between them and at both ends. */
export function excerptStarts(durationSeconds: number): number[] {
  const listened = Math.min(durationSeconds, CLAP_LISTENED_SECONDS);
  const count = Math.max(1, Math.min(CLAP_WINDOWS_MAX, Math.floor(listened / CLAP_WINDOW_SECONDS)));
  const gap = Math.max(0, listened - count * CLAP_WINDOW_SECONDS) / (count + 1);
  return Array.from({ length: count }, (_, index) =>
    count === 1 && gap === 0 ? 0 : gap + index * (CLAP_WINDOW_SECONDS + gap),
  );
}

class Excerpts {
  private readonly parts: { from: number; samples: Float32Array; filled: number }[];
  private position = 0;

  constructor(startsSeconds: readonly number[]) {
    this.parts = startsSeconds.map((seconds) => ({
      from: Math.round(seconds * CLAP_RATE_HZ),
      samples: new Float32Array(CLAP_WINDOW_SECONDS * CLAP_RATE_HZ),
      filled: 0,
    }));
  }

  get full(): boolean {
    return this.parts.every(({ samples, filled }) => filled === samples.length);
  }

  push(signal: Float32Array, length: number): void {
    for (const part of this.parts) {
      const from = Math.max(0, part.from + part.filled - this.position);
      const count = Math.min(length - from, part.samples.length - part.filled);
      if (count <= 0) continue;
      part.samples.set(signal.subarray(from, from + count), part.filled);
      part.filled += count;
    }
    this.position += length;
  }

  finish(): Float32Array[] {
    return this.parts.filter(({ filled }) => filled > 0).map(({ samples, filled }) => samples.subarray(0, filled));
  }
}

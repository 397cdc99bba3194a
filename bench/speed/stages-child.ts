import { openFileSource } from "@/lib/analysis/decode/containers/byte-source";
import { probeAudio } from "@/lib/analysis/decode/containers/container";
import { decodeAudio } from "@/lib/analysis/decode/decode";
import { FFT_SIZE, FRAMES_PER_SECOND } from "@/lib/analysis/engine/streams";
import { PitchTransform } from "@/lib/dsp/harmony/pitch-transform";
import { mixToMono } from "@/lib/dsp/level/signal-level";
import { RealFft } from "@/lib/dsp/transform/fft";
import { FrameSlicer } from "@/lib/dsp/transform/frames";
import { Resampler } from "@/lib/dsp/transform/resample";
import { unitHannWindow } from "@/lib/dsp/transform/windows";

// A child process of the speed benchmark: the engine's first stages alone, on one file at a time.

export type StagesRequest = { path: string };
export type Stage = "decode" | "resample" | "transform" | "pitchTransform";
export type StagesReport = { type: "ready" } | { type: "done"; seconds: Record<Stage, number> };

async function stagesOf(path: string): Promise<Record<Stage, number>> {
  const source = openFileSource(path);
  const startedAt = performance.now();
  const { probe, blocks } = await decodeAudio(source, probeAudio(source));
  const mono: Float32Array[] = [];
  for await (const block of blocks) {
    const mixed = new Float32Array(block[0]?.length ?? 0);
    mixToMono(block, mixed.length, mixed);
    mono.push(mixed);
  }
  const decode = secondsSince(startedAt);
  source.close();
  const rateHz = probe.sampleRateHz;
  const resampler = new Resampler({ fromHz: rateHz, toHz: rateHz === 44_100 ? 48_000 : 44_100 });
  return {
    decode,
    resample: timed(mono, (block) => resampler.process(block)),
    transform: transformSeconds(mono, rateHz),
    pitchTransform: pitchSeconds(mono, rateHz),
  };
}

function transformSeconds(mono: readonly Float32Array[], rateHz: number): number {
  const fft = new RealFft(FFT_SIZE);
  const window = unitHannWindow(FFT_SIZE);
  const power = new Float64Array(fft.bins);
  const slicer = new FrameSlicer(FFT_SIZE, rateHz / FRAMES_PER_SECOND, (buffer, offset) =>
    fft.power(buffer, offset, window, power),
  );
  return timed(mono, (block) => slicer.push(block));
}

function pitchSeconds(mono: readonly Float32Array[], rateHz: number): number {
  const pitch = new PitchTransform(rateHz, { signal: () => undefined, frame: () => undefined });
  return timed(mono, (block) => pitch.push(block, block.length));
}

function timed(blocks: readonly Float32Array[], work: (block: Float32Array) => void): number {
  const startedAt = performance.now();
  for (const block of blocks) work(block);
  return secondsSince(startedAt);
}

const secondsSince = (startedAt: number) => (performance.now() - startedAt) / 1000;

process.on("message", ({ path }: StagesRequest) => {
  stagesOf(path).then(
    (seconds) => process.send?.({ type: "done", seconds } satisfies StagesReport),
    (error: unknown) => {
      process.stderr.write(`${String(error)}\n`);
      process.exit(1);
    },
  );
});
process.send?.({ type: "ready" } satisfies StagesReport);

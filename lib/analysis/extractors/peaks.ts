import { bandLevelToByte, encodePeaks, type PeakLevel } from "@/lib/analysis/record/peaks-format";
import { BandPyramid, type PyramidLevel } from "@/lib/dsp/level/band-pyramid";
import type { Listener } from "./listener";
import { evidenceStep } from "./step";

/** Points of the finest zoom level, whatever the duration. */
const POINTS_MAX = 8192;
const LEVEL_FACTOR = 4;
const COARSEST_POINTS = 256;

class PeaksListener implements Listener {
  private readonly pyramid: BandPyramid;

  constructor(private readonly sampleRateHz: number) {
    this.pyramid = new BandPyramid(sampleRateHz, POINTS_MAX);
  }

  onSignal(channels: Float32Array[], mono: Float32Array, length: number): void {
    this.pyramid.push(channels, mono, length);
  }

  finish(durationSeconds: number): Uint8Array {
    const levels = this.pyramid.finish(LEVEL_FACTOR, COARSEST_POINTS).map((level) => this.quantise(level));
    return encodePeaks({ durationSeconds, levels });
  }

  private quantise(level: PyramidLevel): PeakLevel {
    return {
      secondsPerPoint: level.samplesPerPoint / this.sampleRateHz,
      min: Int8Array.from(level.min, amplitudeToByte),
      max: Int8Array.from(level.max, amplitudeToByte),
      low: Uint8Array.from(level.low, bandLevelToByte),
      mid: Uint8Array.from(level.mid, bandLevelToByte),
      high: Uint8Array.from(level.high, bandLevelToByte),
    };
  }
}

function amplitudeToByte(amplitude: number): number {
  return Math.max(-127, Math.min(127, Math.round(amplitude * 127)));
}

/** The stored waveform, from the original channels and their mix. */
export const peaksStep = evidenceStep("peaks", {
  listen: ({ sampleRateHz }) => new PeaksListener(sampleRateHz),
  compute: ({ durationSeconds, heard }) => heard.finish(durationSeconds),
});

import { camelot, openKey } from "@/lib/analysis/camelot";
import { type MusicalKey, TONICS } from "@/lib/analysis/schema";
import { RealFft } from "@/lib/dsp/fft";
import { FrameSlicer } from "@/lib/dsp/frames";
import { emptyFineChroma, type FineChroma, HpcpExtractor } from "@/lib/dsp/hpcp";
import { estimateKey, type KeyReading } from "@/lib/dsp/key";
import { Resampler } from "@/lib/dsp/resample";
import { totalPower } from "@/lib/dsp/spectral-shape";
import { unitHannWindow } from "@/lib/dsp/windows";
import { absent, type Measured, measured } from "./extractor";

/** Pitch needs long windows and no treble: a quarter of the analysis rate, 0.37 s windows. */
const DECIMATION = 4;
const FFT_SIZE = 4096;
const HOP = 1024;
const FRAMES_PER_SEGMENT = 64;
const SILENCE_POWER = 1e-7;

const REASONS = {
  silence: "The file is silent, so it has no key.",
  single_note: "A single note sounds here; a key needs several.",
  atonal: "No key stands out: this sounds like drums, noise or speech.",
};

/** Key from long frames of the analysis signal. */
export class KeyExtractor {
  private readonly resampler: Resampler;
  private readonly slicer: FrameSlicer;
  private readonly segments: FineChroma[] = [emptyFineChroma()];

  constructor(analysisRateHz: number) {
    const rateHz = analysisRateHz / DECIMATION;
    this.resampler = new Resampler({ fromHz: analysisRateHz, toHz: rateHz, passband: 0.3, stopband: 0.6 });
    const fft = new RealFft(FFT_SIZE);
    const window = unitHannWindow(FFT_SIZE);
    const power = new Float64Array(fft.bins);
    const hpcp = new HpcpExtractor(rateHz, FFT_SIZE);
    this.slicer = new FrameSlicer(FFT_SIZE, HOP, (buffer, offset) => {
      fft.power(buffer, offset, window, power);
      if (totalPower(power) > SILENCE_POWER) hpcp.add(power, this.segment());
    });
  }

  push(signal: Float32Array, length: number): void {
    this.resampler.process(signal, length);
    this.slicer.push(this.resampler.output, this.resampler.outputLength);
  }

  finish(): Measured<MusicalKey> {
    this.resampler.finish();
    this.slicer.push(this.resampler.output, this.resampler.outputLength);
    this.slicer.finish();
    const estimate = estimateKey(this.segments);
    if (!estimate.found) return absent(estimate.reason, REASONS[estimate.reason]);
    const [best, ...alternatives] = estimate.readings.map(named);
    if (!best) return absent("atonal", REASONS.atonal);
    const { tonic, mode } = best;
    return measured({ ...best, camelot: camelot(tonic, mode), openKey: openKey(tonic, mode), alternatives });
  }

  private segment(): FineChroma {
    const last = this.segments.at(-1);
    if (last && last.frames < FRAMES_PER_SEGMENT) return last;
    const next = emptyFineChroma();
    this.segments.push(next);
    return next;
  }
}

function named({ tonic, mode, confidence }: KeyReading) {
  return { tonic: TONICS[tonic] ?? "C", mode, confidence };
}

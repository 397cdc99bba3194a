import { camelot, openKey } from "@/lib/analysis/camelot";
import { type MusicalKey, TONICS } from "@/lib/analysis/schema";
import { ChromaTimeline } from "@/lib/dsp/chroma-timeline";
import { HpcpExtractor } from "@/lib/dsp/hpcp";
import { estimateKey, type KeyReading } from "@/lib/dsp/key";
import { totalPower } from "@/lib/dsp/spectral-shape";
import { absent, type Measured, measured } from "./extractor";

const SILENCE_POWER = 1e-7;

const REASONS = {
  silence: "The file is silent, so it has no key.",
  single_note: "A single note sounds here; a key needs several.",
  atonal: "No key stands out: this sounds like drums, noise or speech.",
};

/** Key from the peaks of the long frames. */
export class KeyExtractor {
  private readonly hpcp: HpcpExtractor;
  private readonly timeline = new ChromaTimeline();

  constructor(pitchRateHz: number, pitchFftSize: number) {
    this.hpcp = new HpcpExtractor(pitchRateHz, pitchFftSize);
  }

  /** One frame of the long transform. */
  push(power: Float64Array): void {
    if (totalPower(power) > SILENCE_POWER) this.hpcp.add(power, this.timeline.frame);
    this.timeline.advance();
  }

  finish(): Measured<MusicalKey> {
    const estimate = estimateKey(this.timeline.finish());
    if (!estimate.found) return absent(estimate.reason, REASONS[estimate.reason]);
    const [best, ...alternatives] = estimate.readings.map(named);
    if (!best) return absent("atonal", REASONS.atonal);
    const { tonic, mode } = best;
    return measured({ ...best, camelot: camelot(tonic, mode), openKey: openKey(tonic, mode), alternatives });
  }
}

function named({ tonic, mode, confidence }: KeyReading) {
  return { tonic: TONICS[tonic] ?? "C", mode, confidence };
}

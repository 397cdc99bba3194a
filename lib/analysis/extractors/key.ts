import { camelot, openKey } from "@/lib/analysis/camelot";
import { type MusicalKey, TONICS } from "@/lib/analysis/schema";
import { emptyFineChroma, type FineChroma, HpcpExtractor } from "@/lib/dsp/hpcp";
import { estimateKey, type KeyReading } from "@/lib/dsp/key";
import { totalPower } from "@/lib/dsp/spectral-shape";
import { absent, type Measured, measured } from "./extractor";

const FRAMES_PER_SEGMENT = 64;
const SILENCE_POWER = 1e-7;

const REASONS = {
  silence: "The file is silent, so it has no key.",
  single_note: "A single note sounds here; a key needs several.",
  atonal: "No key stands out: this sounds like drums, noise or speech.",
};

/** Key from the peaks of the long frames. */
export class KeyExtractor {
  private readonly hpcp: HpcpExtractor;
  private readonly segments: FineChroma[] = [emptyFineChroma()];

  constructor(pitchRateHz: number, pitchFftSize: number) {
    this.hpcp = new HpcpExtractor(pitchRateHz, pitchFftSize);
  }

  /** One frame of the long transform. */
  push(power: Float64Array): void {
    if (totalPower(power) > SILENCE_POWER) this.hpcp.add(power, this.segment());
  }

  finish(): Measured<MusicalKey> {
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

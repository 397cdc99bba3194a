import { Fingerprinter } from "@/lib/dsp/spectrum/fingerprint";
import { absent, type Measured, measured } from "./extractor";

/** The acoustic fingerprint as base64. */
export class FingerprintExtractor {
  private readonly fingerprinter: Fingerprinter;

  constructor(sampleRateHz: number, fftSize: number) {
    this.fingerprinter = new Fingerprinter(sampleRateHz, fftSize);
  }

  push(power: Float64Array): void {
    this.fingerprinter.push(power);
  }

  finish(): Measured<string> {
    const bytes = this.fingerprinter.finish();
    if (!bytes) return absent("silence", "The file is silent, so there is nothing to recognise it by.");
    return measured(Buffer.from(bytes).toString("base64"));
  }
}

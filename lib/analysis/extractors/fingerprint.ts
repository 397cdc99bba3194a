import { fingerprintValue } from "@/lib/analysis/record/values/fingerprint";
import { Fingerprinter } from "@/lib/dsp/spectrum/fingerprint";
import { msg } from "@/lib/language/text";
import type { Listener, StreamRates } from "./listener";
import { type Measured, measured, silent } from "./measured";
import { valueStep } from "./step";

class FingerprintListener implements Listener {
  private readonly fingerprinter: Fingerprinter;

  constructor({ analysisRateHz, fftSize }: StreamRates) {
    this.fingerprinter = new Fingerprinter(analysisRateHz, fftSize);
  }

  onFrame(power: Float64Array): void {
    this.fingerprinter.push(power);
  }

  finish(): Measured<string> {
    const bytes = this.fingerprinter.finish();
    if (!bytes) return silent(msg("The file is silent, so there is nothing to recognise it by."));
    return measured(Buffer.from(bytes).toString("base64"));
  }
}

/** The acoustic fingerprint. */
export const fingerprintStep = valueStep(fingerprintValue, {
  listen: (rates) => new FingerprintListener(rates),
  compute: ({ heard }) => heard.finish(),
});

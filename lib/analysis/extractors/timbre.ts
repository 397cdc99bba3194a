import type { SoundKind } from "@/lib/analysis/record/values/kind";
import { type Timbre, timbreValue } from "@/lib/analysis/record/values/timbre";
import type { LevelShape } from "@/lib/dsp/level/level-envelope";
import { Periodicity } from "@/lib/dsp/spectrum/periodicity";
import { SpectralBalance } from "@/lib/dsp/spectrum/spectral-balance";
import { totalPower } from "@/lib/dsp/spectrum/spectral-shape";
import { msg } from "@/lib/language/text";
import type { Listener, Spectrum, StreamRates } from "./listener";
import { type Measured, measured, silent } from "./measured";
import { valueStep } from "./step";

/** All long frames of the first 3 s are read, then one in eight: a short sound has few of them, a long one plenty. */
const ALL_FRAMES = 32;
const FRAME_STEP = 8;
const SILENCE_POWER = 1e-7;

class TimbreListener implements Listener {
  private readonly balance: SpectralBalance;
  private readonly periodicity: Periodicity;
  private readonly shares = new Float64Array(2);
  private brightness = 0;
  private warmth = 0;
  private spectra = 0;
  private index = 0;
  private periodic = 0;
  private power = 0;

  constructor(rates: StreamRates) {
    this.balance = new SpectralBalance(rates.analysisRateHz, rates.fftSize);
    this.periodicity = new Periodicity(rates.pitchRateHz, rates.pitchFftSize);
  }

  onSpectrum(spectrum: Spectrum | null): void {
    if (!spectrum) return;
    this.balance.compute(spectrum.amplitude, this.shares);
    this.brightness += this.shares[0] ?? 0;
    this.warmth += this.shares[1] ?? 0;
    this.spectra++;
  }

  onPitchFrame(power: Float64Array): void {
    const index = this.index++;
    if (index >= ALL_FRAMES && index % FRAME_STEP !== 0) return;
    const level = totalPower(power);
    if (level < SILENCE_POWER) return;
    // Loud frames count for more, because the tail of a note is mostly room noise.
    const weight = Math.sqrt(level);
    this.periodic += weight * this.periodicity.measure(power);
    this.power += weight;
  }

  finish(shape: LevelShape | null, kind: SoundKind | null): Measured<Timbre> {
    if (!shape || this.spectra === 0) return silent(msg("The file is silent, so it has no timbre."));
    const attackSeconds = kind?.label === "one-shot" ? shape.attackSeconds : null;
    return measured({
      brightness: this.brightness / this.spectra,
      warmth: this.warmth / this.spectra,
      harmonicity: this.power > 0 ? this.periodic / this.power : 0,
      attackSeconds,
      logAttackTime: attackSeconds === null ? null : Math.log10(attackSeconds),
      temporalCentroid: shape.temporalCentroid,
      confidence: 1,
    });
  }
}

/** Only a single sound has an attack, so the kind must be known first. */
export const timbreStep = valueStep(timbreValue, {
  needs: ["levelShape", "kind"],
  listen: (rates) => new TimbreListener(rates),
  compute: ({ levelShape, kind, heard }) => heard.finish(levelShape, kind),
});

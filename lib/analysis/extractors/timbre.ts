import type { SoundKind, Timbre } from "@/lib/analysis/record/schema";
import { LevelEnvelope, type LevelShape } from "@/lib/dsp/level/level-envelope";
import { Periodicity } from "@/lib/dsp/spectrum/periodicity";
import { SpectralBalance } from "@/lib/dsp/spectrum/spectral-balance";
import { totalPower } from "@/lib/dsp/spectrum/spectral-shape";
import { absent, type Measured, measured } from "./extractor";

/** Long frames are all looked at for 3 s, then one in eight: a short sound has few of them, a long one plenty. */
const ALL_FRAMES = 32;
const FRAME_STEP = 8;
const SILENCE_POWER = 1e-7;

/** What a sound is like to an ear, and the outline of its level. */
export class TimbreExtractor {
  private readonly envelope: LevelEnvelope;
  private readonly balance: SpectralBalance;
  private readonly periodicity: Periodicity;
  private readonly shares = new Float64Array(2);
  private brightness = 0;
  private warmth = 0;
  private spectra = 0;
  private index = 0;
  private periodic = 0;
  private power = 0;

  constructor(rates: {
    sampleRateHz: number;
    analysisRateHz: number;
    fftSize: number;
    pitchRateHz: number;
    pitchFftSize: number;
  }) {
    this.envelope = new LevelEnvelope(rates.sampleRateHz);
    this.balance = new SpectralBalance(rates.analysisRateHz, rates.fftSize);
    this.periodicity = new Periodicity(rates.pitchRateHz, rates.pitchFftSize);
  }

  pushSignal(mono: Float32Array, length: number): void {
    this.envelope.add(mono, length);
  }

  /** Amplitudes of a frame that is not silent. */
  pushAmplitudes(amplitude: Float32Array): void {
    this.balance.compute(amplitude, this.shares);
    this.brightness += this.shares[0] ?? 0;
    this.warmth += this.shares[1] ?? 0;
    this.spectra++;
  }

  /** One frame of the long transform. */
  pushPitchFrame(power: Float64Array): void {
    const index = this.index++;
    if (index >= ALL_FRAMES && index % FRAME_STEP !== 0) return;
    const level = totalPower(power);
    if (level < SILENCE_POWER) return;
    // Loud frames count for more: the tail of a note is the room's noise.
    const weight = Math.sqrt(level);
    this.periodic += weight * this.periodicity.measure(power);
    this.power += weight;
  }

  /** Outline of the level; null where nothing sounds. Once, after the last signal. */
  finishShape(): LevelShape | null {
    return this.envelope.finish();
  }

  finish(shape: LevelShape | null, kind: SoundKind | null): Measured<Timbre> {
    if (!shape || this.spectra === 0) return absent("silence", "The file is silent, so it has no timbre.");
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

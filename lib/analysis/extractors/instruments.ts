import {
  INSTRUMENTS,
  type Instrument,
  type Instruments,
  instrumentsValue,
} from "@/lib/analysis/record/values/instruments";
import type { SoundKind } from "@/lib/analysis/record/values/kind";
import { InstrumentFeatures } from "@/lib/dsp/sound/instrument-features";
import { type Guess, mixShares, mixThreshold, singleSoundShares } from "@/lib/dsp/sound/instruments";
import { EXCERPT_SECONDS, MixFeatures } from "@/lib/dsp/sound/mix-features";
import { READ_SECONDS } from "@/lib/dsp/sound/sound-outline";
import { Excerpts } from "@/lib/dsp/stream/excerpts";
import { msg } from "@/lib/language/text";
import type { Listener } from "./listener";
import { type Measured, measured, silent } from "./measured";
import { valueStep } from "./step";

/** How many excerpts of a second each are taken from a file of any length. */
const EXCERPTS_MAX = 16;
/** The file begins where it first exceeds −100 dB. */
const BEGUN = 1e-5;
/** A little more than is read of a sound, because it may rise faintly before its onset. */
const KEPT_SECONDS = READ_SECONDS + 1;
/** From this probability on, a single sound gets a second label. */
const SINGLE_THRESHOLD = 0.2;
/** Between these two probabilities of being a single sound, both ways of listening are blended. */
const SURELY_MIX = 0.3;
const SURELY_SINGLE = 0.7;
const SILENT = msg("The file is silent, so there is no instrument in it.");

/** Keeps the beginning and a few seconds of the signal, and names the instruments heard in them. */
export class InstrumentsListener implements Listener {
  private readonly beginning: Float32Array;
  private begun = 0;
  private readonly excerpts: Excerpts;

  constructor(private readonly sampleRateHz: number) {
    this.beginning = new Float32Array(Math.round(KEPT_SECONDS * sampleRateHz));
    this.excerpts = new Excerpts(Math.round(EXCERPT_SECONDS * sampleRateHz), EXCERPTS_MAX);
  }

  onAnalysisSignal(signal: Float32Array, length: number): void {
    this.excerpts.push(signal, length);
    const from = this.begun > 0 ? 0 : firstHeard(signal, length);
    const count = Math.min(length - from, this.beginning.length - this.begun);
    if (count <= 0) return;
    this.beginning.set(signal.subarray(from, from + count), this.begun);
    this.begun += count;
  }

  finish(kind: SoundKind | null): Measured<Instruments> {
    if (kind === null) return silent(SILENT);
    const single = singleProbability(kind);
    const together = single < SURELY_SINGLE ? this.together() : [];
    const alone = single > SURELY_MIX || together.length === 0 ? this.alone() : [];
    if (alone.length === 0 && together.length === 0) return silent(SILENT);
    if (together.length === 0) return measured(chosen(alone, single));
    if (alone.length === 0) return measured(chosen(together, single));
    return measured(chosen(blended(alone, together, single), single));
  }

  private alone(): Guess[] {
    const features = new InstrumentFeatures(this.sampleRateHz).measure(this.beginning.subarray(0, this.begun));
    return features ? singleSoundShares(features) : [];
  }

  private together(): Guess[] {
    const meter = new MixFeatures(this.sampleRateHz);
    const heard = this.excerpts.finish().flatMap((excerpt) => meter.measure(excerpt) ?? []);
    return heard.length > 0 ? mixShares(heard) : [];
  }
}

function firstHeard(signal: Float32Array, length: number): number {
  let at = 0;
  while (at < length && Math.abs(signal[at] ?? 0) < BEGUN) at++;
  return at;
}

/** How likely the file is a single sound, also when its kind says otherwise. */
function singleProbability({ label, confidence }: SoundKind): number {
  return label === "one-shot" ? confidence : 1 - confidence;
}

function blended(alone: Guess[], together: Guess[], single: number): Guess[] {
  const labels = new Set([...alone, ...together].map(({ label }) => label));
  const of = (guesses: Guess[], label: string) => guesses.find((guess) => guess.label === label)?.confidence ?? 0;
  return [...labels].map((label) => ({
    label,
    confidence: single * of(alone, label) + (1 - single) * of(together, label),
  }));
}

/** Most certain first. A single sound always gets its best label; all others must be likely enough. */
function chosen(guesses: Guess[], single: number): Instruments {
  const asSingle = single >= 0.5;
  return guesses
    .flatMap(({ label, confidence }) => (isInstrument(label) ? [{ label, confidence }] : []))
    .sort((a, b) => b.confidence - a.confidence)
    .filter(({ label, confidence }, rank) =>
      asSingle ? rank === 0 || confidence >= SINGLE_THRESHOLD : confidence >= mixThreshold(label),
    )
    .map(({ label, confidence }) => ({ label, confidence: Math.min(1, confidence) }));
}

const isInstrument = (label: string): label is Instrument => (INSTRUMENTS as readonly string[]).includes(label);

export const instrumentsStep = valueStep(instrumentsValue, {
  needs: ["kind"],
  listen: ({ analysisRateHz }) => new InstrumentsListener(analysisRateHz),
  compute: ({ kind, heard }) => heard.finish(kind),
});

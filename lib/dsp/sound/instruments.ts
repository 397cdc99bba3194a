import { DenseNetwork } from "@/lib/dsp/learned/dense-network";
import { logistic, softmax } from "@/lib/dsp/learned/softmax";
import { essence } from "./instrument-features";
import { MIX, SINGLE } from "./instrument-weights";

/** A label and how likely it applies, 0 … 1. */
export type Guess = { label: string; confidence: number };

/** Unpacked when first needed: that takes some milliseconds, and most processes never ask. */
const single = lazily(() => SINGLE.networks.map((packed) => new DenseNetwork(packed)));
const mix = lazily(() => MIX.networks.map((packed) => new DenseNetwork(packed)));

/**
 * The excerpts that are surest of a label decide about it, this share of them: an instrument need not play throughout.
 */
const SUREST_SHARE = 1 / 3;

/**
 * What a single sound is: how likely each label is, given that exactly one applies. They sum to 1.
 *
 * @param features from `InstrumentFeatures.measure`
 */
export function singleSoundShares(features: Float64Array): Guess[] {
  const shares = softmax(meanScores(single(), essence(features)), SINGLE.temperature);
  return SINGLE.labels.map((label, i) => ({ label, confidence: shares[i] }));
}

/**
 * How likely it is that each instrument is heard in a mix. Each label is judged for itself.
 *
 * @param excerpts features of each from `MixFeatures.measure`, at least one
 */
export function mixShares(excerpts: readonly Float64Array[]): Guess[] {
  const scores = excerpts.map((features) => meanScores(mix(), features));
  return MIX.labels.map((label, i) => {
    const { slope, offset } = MIX.scaling[i];
    const surest = surestMean(scores.map((row) => row[i]));
    return { label, confidence: logistic(slope * surest + offset) };
  });
}

/** How likely a label of {@link mixShares} must be to be worth saying, 0 … 1; 1 for an unknown label. */
export function mixThreshold(label: string): number {
  return MIX.scaling[MIX.labels.indexOf(label)]?.threshold ?? 1;
}

/** Mean of the largest third of the scores, at least one of them. */
export function surestMean(scores: readonly number[]): number {
  const sorted = [...scores].sort((a, b) => b - a).slice(0, Math.max(1, Math.ceil(scores.length * SUREST_SHARE)));
  return sorted.reduce((sum, score) => sum + score, 0) / sorted.length;
}

/** Mean over the networks of the score of each output. */
export function meanScores(networks: readonly DenseNetwork[], features: Float64Array): Float64Array {
  const all = networks.map((network) => network.scores(features));
  return all[0].map((_, i) => all.reduce((sum, scores) => sum + scores[i], 0) / all.length);
}

function lazily<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

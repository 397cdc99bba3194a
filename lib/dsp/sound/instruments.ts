import { DenseNetwork } from "@/lib/dsp/learned/dense-network";
import { logistic, softmax } from "@/lib/dsp/learned/softmax";
import { essence } from "./instrument-features";
import { MIX, SINGLE } from "./instrument-weights";

export type Guess = { label: string; confidence: number };

const single = lazily(() => SINGLE.networks.map((packed) => new DenseNetwork(packed)));
const mix = lazily(() => MIX.networks.map((packed) => new DenseNetwork(packed)));

/** Share of the excerpts, the surest for a label, whose mean decides: an instrument need not play throughout. */
const SUREST_SHARE = 1 / 3;

/** What a single sound is: the probability of each label, from {@link InstrumentFeatures}. */
export function singleSoundShares(features: Float64Array): Guess[] {
  const shares = softmax(meanScores(single(), essence(features)), SINGLE.temperature);
  return SINGLE.labels.map((label, i) => ({ label, confidence: shares[i] }));
}

/** How likely each instrument is heard in a mix, from {@link MixFeatures} of excerpts of it. */
export function mixShares(excerpts: readonly Float64Array[]): Guess[] {
  const scores = excerpts.map((features) => meanScores(mix(), features));
  return MIX.labels.map((label, i) => {
    const { slope, offset } = MIX.scaling[i];
    const surest = surestMean(scores.map((row) => row[i]));
    return { label, confidence: logistic(slope * surest + offset) };
  });
}

/** Probability from which a label of a mix is worth saying. */
export function mixThreshold(label: string): number {
  return MIX.scaling[MIX.labels.indexOf(label)]?.threshold ?? 1;
}

export function surestMean(scores: readonly number[]): number {
  const sorted = [...scores].sort((a, b) => b - a).slice(0, Math.max(1, Math.ceil(scores.length * SUREST_SHARE)));
  return sorted.reduce((sum, score) => sum + score, 0) / sorted.length;
}

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

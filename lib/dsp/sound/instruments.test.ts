import { describe, expect, it } from "vitest";
import { concatenate, noise, sine } from "@/lib/dsp/testing/test-signals";
import { InstrumentFeatures } from "./instrument-features";
import { mixShares, mixThreshold, singleSoundShares, surestMean } from "./instruments";
import { MixFeatures } from "./mix-features";

const RATE_HZ = 44_100;
const fading = (signal: Float32Array, perSecond: number) =>
  signal.map((x, i) => x * Math.exp((-perSecond * i) / RATE_HZ));

/** A sine that falls from 200 to 50 Hz. */
const kick = Float32Array.from({ length: RATE_HZ / 2 }, (_, i) => {
  const t = i / RATE_HZ;
  return 0.9 * Math.sin(2 * Math.PI * (50 * t + (150 / 45) * (1 - Math.exp(-45 * t)))) * Math.exp(-9 * t);
});
const hat = fading(
  noise(6000, 0.6).map((x, i, all) => x - (all[i - 1] ?? 0)),
  90,
);
/** Two partials of a struck bar. */
const bar = fading(sine(880, RATE_HZ, 2, 0.4), 3).map(
  (x, i) => x + 0.3 * Math.sin((2 * Math.PI * 2425 * i) / RATE_HZ) * Math.exp((-4 * i) / RATE_HZ),
);

function shares(signal: Float32Array) {
  const features = new InstrumentFeatures(RATE_HZ).measure(signal);
  return features ? singleSoundShares(features).sort((a, b) => b.confidence - a.confidence) : [];
}

describe("the class of a single sound", () => {
  it("is a probability of each label", () => {
    const all = shares(kick);
    expect(new Set(all.map(({ label }) => label)).size).toBe(23);
    expect(all.reduce((sum, { confidence }) => sum + confidence, 0)).toBeCloseTo(1, 9);
  });

  // Golden values, decimal logarithms of the three best: they change with the weights, and only then.
  const GOLDEN: [string, Float32Array, [label: string, logarithm: number][]][] = [
    [
      "kick",
      kick,
      [
        ["kick", -0.0005],
        ["tom", -3.4807],
        ["synth", -3.8842],
      ],
    ],
    [
      "hi-hat",
      hat,
      [
        ["hi-hat", -0.0024],
        ["rim", -2.7796],
        ["percussion", -2.8707],
      ],
    ],
    [
      "mallet",
      bar,
      [
        ["mallet", -0.1047],
        ["synth", -1.0461],
        ["bell", -1.2637],
      ],
    ],
  ];
  it.each(GOLDEN)("of a synthesised %s is as it was", (_, signal, golden) => {
    const best = shares(signal).slice(0, golden.length);
    expect(best.map(({ label }) => label)).toEqual(golden.map(([label]) => label));
    for (const [rank, [, logarithm]] of golden.entries())
      expect(Math.log10(best[rank].confidence)).toBeCloseTo(logarithm, 2);
  });
});

describe("the instruments of a mix", () => {
  const heard = (signal: Float32Array) => {
    const meter = new MixFeatures(RATE_HZ);
    const excerpts = [0, 1].flatMap((s) => meter.measure(signal.subarray(s * RATE_HZ, (s + 1) * RATE_HZ)) ?? []);
    return mixShares(excerpts).filter(({ label, confidence }) => confidence >= mixThreshold(label));
  };
  const gap = new Float32Array(8000);
  const beat = concatenate(kick, hat, gap, kick, hat, gap);

  it("include the drums of a beat", () => {
    expect(heard(concatenate(beat, beat)).map(({ label }) => label)).toContain("kick");
  });

  it("do not depend on the level", () => {
    const labels = (signal: Float32Array) => heard(signal).map(({ label }) => label);
    const loop = concatenate(beat, beat);
    expect(labels(loop.map((x) => x * 0.01))).toEqual(labels(loop));
  });

  it("are judged by the surest third of the excerpts, at least one", () => {
    expect(surestMean([1])).toBe(1);
    expect(surestMean([-5, 4, -6, 2, -9, -8])).toBe(3);
  });
});

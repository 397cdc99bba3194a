import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { amplified, concatenate, impulse, noise, sine } from "@/lib/dsp/testing/test-signals";
import { LevelEnvelope, type LevelShape } from "./level-envelope";
import { copyFinite, mixToMono, SignalLevel, ZeroCrossings } from "./signal-level";
import { StereoMeter } from "./stereo-image";

const RATE = 44100;
const gains = fc.double({ min: 1e-4, max: 10, noNaN: true });

function inParts(signal: Float32Array, cut: number, add: (part: Float32Array, length: number) => void): void {
  for (let start = 0; start < signal.length; start += cut) {
    const part = signal.subarray(start, start + cut);
    add(part, part.length);
  }
}

describe("root mean square", () => {
  const rms = (signal: Float32Array, cut = signal.length) => {
    const level = new SignalLevel();
    inParts(signal, cut, (part, length) => level.add(part, length));
    return level.rms;
  };

  it("is what the definition gives for a sine, a constant, an impulse, noise and silence", () => {
    expect(rms(sine(441, RATE, 1, 0.8))).toBeCloseTo(0.8 / Math.SQRT2, 6);
    expect(rms(new Float32Array(999).fill(-0.3))).toBeCloseTo(0.3, 6);
    expect(rms(impulse(10_000, 17, 0.5))).toBeCloseTo(0.005, 9);
    expect(rms(noise(RATE * 4, 0.6))).toBeCloseTo(0.6 / Math.sqrt(3), 2);
    expect([rms(new Float32Array(100)), rms(new Float32Array(0), 1)]).toEqual([0, 0]);
  });

  it("grows with a gain, and does not depend on how the signal is cut", () => {
    const signal = noise(3001, 0.4);
    fc.assert(
      fc.property(gains, fc.integer({ min: 1, max: 900 }), (gain, cut) => {
        expect(rms(amplified(signal, gain), cut) / (gain * rms(signal))).toBeCloseTo(1, 5);
      }),
    );
  });
});

describe("zero crossings", () => {
  const perSecond = (signal: Float32Array, rate = RATE, cut = signal.length) => {
    const crossings = new ZeroCrossings();
    inParts(signal, cut, (part, length) => crossings.add(part, length));
    return crossings.perSecond(rate);
  };

  it("are two a period of a sine, at any gain, phase, rate and cut", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 50, max: 5000 }),
        fc.double({ min: 0.1, max: 6, noNaN: true }),
        gains,
        fc.integer({ min: 100, max: 5000 }),
        (hz, phase, gain, cut) => {
          for (const rate of [22050, 48000]) {
            const found = perSecond(amplified(sine(hz, rate, 1, 1, phase), gain), rate, cut);
            expect(Math.abs(found - 2 * hz)).toBeLessThanOrEqual(2);
          }
        },
      ),
      { numRuns: 15, seed: 5 },
    );
  });

  it("are half the rate for noise, and none for silence, a constant and no samples", () => {
    expect(perSecond(noise(RATE * 2)) / (RATE / 2)).toBeCloseTo(1, 1);
    for (const signal of [new Float32Array(50), new Float32Array(50).fill(-0.2), new Float32Array(0)]) {
      expect(perSecond(signal, RATE, 10)).toBe(0);
    }
    expect(perSecond(impulse(100, 50, -1), 100)).toBe(2);
  });
});

describe("mixing to mono", () => {
  const mixed = (...channels: Float32Array[]) => {
    const mono = new Float32Array(channels[0].length);
    mixToMono(channels, mono.length, mono);
    return mono;
  };

  it("refuses to mix no channels", () => {
    expect(() => mixToMono([], 4, new Float32Array(4))).toThrow(RangeError);
  });

  it("keeps what is the same in every channel, however many there are", () => {
    const signal = noise(500, 0.7);
    expect(mixed(signal)).toEqual(signal);
    mixed(signal, signal).forEach((x, n) => {
      expect(x).toBeCloseTo(signal[n], 6);
    });
    mixed(signal, signal, signal).forEach((x, n) => {
      expect(x).toBeCloseTo(signal[n], 6);
    });
  });

  it("keeps something of opposite channels, and scales with a gain", () => {
    const signal = noise(500, 0.7);
    const opposite = mixed(signal, amplified(signal, -1));
    expect(opposite[10] / signal[10]).toBeCloseTo(0.1, 5);
    expect(mixed(amplified(signal, 0.5), noise(500, 0.1, 3))[7]).toBeCloseTo(
      0.275 * signal[7] + 0.45 * noise(500, 0.1, 3)[7],
      6,
    );
  });

  it("copies finite numbers as they are and bounds everything else", () => {
    const to = new Float32Array(8);
    copyFinite(Float32Array.of(9, 0.25, Number.NaN, Number.POSITIVE_INFINITY, 2e9, -3e7, -1), 1, 6, to, 1);
    expect([...to]).toEqual([0, 0.25, 0, 0, 1e4, -1e4, -1, 0]);
  });
});

describe("the outline of the level", () => {
  const shape = (signal: Float32Array, rate = RATE): LevelShape => {
    const envelope = new LevelEnvelope(rate);
    inParts(signal, 4096, (part, length) => envelope.add(part, length));
    const found = envelope.finish();
    if (!found) throw new Error("silent");
    return found;
  };
  const stroke = (rate: number) =>
    sine(500, rate, 1, 0.7).map((x, n) => x * Math.min(1, n / (0.06 * rate)) * Math.exp((-7 * n) / rate));

  it("keeps attack and decay at another rate and after silence, which moves the peak", () => {
    const reference = shape(stroke(RATE));
    const other = shape(stroke(96000), 96000);
    const late = shape(concatenate(new Float32Array(RATE / 2), stroke(RATE)));
    for (const found of [other, late]) {
      // Four points of the outline.
      expect(Math.abs(found.attackSeconds - reference.attackSeconds)).toBeLessThan(0.006);
      expect(Math.abs(found.decaySeconds - reference.decaySeconds)).toBeLessThan(0.006);
    }
    expect(other.temporalCentroid).toBeCloseTo(reference.temporalCentroid, 2);
    // A point holds less than a period, so that its level depends a little on where in the period it begins.
    expect(Math.abs(late.peakSeconds - reference.peakSeconds - 0.5)).toBeLessThan(0.012);
  });

  it("does not depend on the level", () => {
    const reference = shape(stroke(RATE));
    fc.assert(
      fc.property(gains, (gain) => {
        const found = shape(amplified(stroke(RATE), gain));
        for (const [name, value] of Object.entries(reference)) {
          expect(found[name as keyof LevelShape]).toBeCloseTo(value, 3);
        }
      }),
      { numRuns: 8, seed: 4 },
    );
  });

  it("is steady for a constant and for noise, and all attack for an impulse", () => {
    for (const signal of [new Float32Array(RATE).fill(0.4), noise(RATE, 0.4)]) {
      const { temporalCentroid, soundingShare, startDb, endDb } = shape(signal);
      expect(temporalCentroid).toBeCloseTo(0.5, 2);
      expect(soundingShare).toBe(1);
      expect(Math.abs(startDb)).toBeLessThan(1);
      expect(Math.abs(endDb)).toBeLessThan(1);
    }
    const { attackSeconds, peakSeconds, temporalCentroid } = shape(impulse(RATE, RATE / 4));
    expect(attackSeconds).toBeLessThan(0.002);
    expect(peakSeconds).toBeCloseTo(0.25, 2);
    expect(temporalCentroid).toBeCloseTo(0.25, 2);
  });
});

describe("the stereo image", () => {
  const image = (left: Float32Array, right: Float32Array) => {
    const meter = new StereoMeter();
    meter.add(left, right, left.length);
    return meter.finish();
  };

  it("does not change with silence around it", () => {
    const left = noise(9000, 0.5, 3);
    const right = left.map((x, n) => 0.7 * x + 0.2 * noise(1, 1, n + 1)[0]);
    const gap = new Float32Array(5000);
    expect(image(concatenate(gap, left, gap), concatenate(gap, right, gap))).toEqual(image(left, right));
  });

  it("is mono for a constant in both channels, and at one side for an impulse in one", () => {
    const constant = new Float32Array(1000).fill(0.3);
    expect(image(constant, constant)).toEqual({ width: 0, correlation: 1, balance: 0, monoCompatibility: 1 });
    expect(image(impulse(1000, 5), new Float32Array(1000))).toMatchObject({ balance: -1, width: 0.5 });
  });

  it("has the cosine of the phase difference as the correlation of one tone in two phases", () => {
    for (const phase of [0, 0.5, 1.2, 2, 3]) {
      const found = image(sine(441, RATE, 1, 0.5), sine(441, RATE, 1, 0.5, phase));
      expect(found?.correlation).toBeCloseTo(Math.cos(phase), 4);
      expect(found?.balance).toBeCloseTo(0, 4);
    }
  });
});

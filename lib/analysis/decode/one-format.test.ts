import { describe, expect, it } from "vitest";
import { mixedTo, OneFormat } from "./one-format";

const tone = (length: number, hz: number, rateHz: number) =>
  Float32Array.from({ length }, (_, at) => 0.5 * Math.sin((2 * Math.PI * hz * at) / rateHz));

function rms(samples: readonly number[]): number {
  return Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length);
}

describe("blocks of several rates", () => {
  it("become one recording of the first rate, as long as all together and with the same tone", () => {
    const format = new OneFormat(44_100, 1);
    const out: number[] = [];
    const take = (blocks: Iterable<Float32Array[]>) => {
      for (const [samples] of blocks) out.push(...(samples ?? []));
    };
    take(format.push({ channelData: [tone(44_100, 1000, 44_100)], sampleRateHz: 44_100 }));
    for (let second = 0; second < 2; second++) {
      take(format.push({ channelData: [tone(48_000, 1000, 48_000)], sampleRateHz: 48_000 }));
    }
    take(format.push({ channelData: [tone(22_050, 1000, 22_050)], sampleRateHz: 22_050 }));
    take(format.finish());
    expect(out).toHaveLength(4 * 44_100);
    for (const second of [0, 1, 2, 3]) {
      const middle = out.slice(second * 44_100 + 2000, (second + 1) * 44_100 - 2000);
      expect(Math.abs(rms(middle) - 0.5 * Math.SQRT1_2)).toBeLessThan(0.001);
    }
  });

  it("are refused when the rate changes all the time", () => {
    const format = new OneFormat(44_100, 1);
    const block = (sampleRateHz: number) => ({ channelData: [new Float32Array(10)], sampleRateHz });
    let taken = 0;
    for (let change = 0; change < 100; change++) {
      const next = block(change % 2 ? 44_100 : 22_050);
      if (!format.takes(next)) break;
      for (const _ of format.push(next)) taken++;
    }
    expect(taken).toBeGreaterThan(20);
    expect(format.takes(block(22_050)) && format.takes(block(44_100))).toBe(false);
  });
});

describe("channels", () => {
  const [left, right] = [Float32Array.of(0.25, 0.5), Float32Array.of(0.75, 0)];

  it("are doubled if a decoder folded identical stereo into one", () => {
    expect(mixedTo([left], 2)).toEqual([left, left]);
  });

  it("are averaged to one, which leaves mono that came twice as it was", () => {
    expect(mixedTo([left, left], 1)).toEqual([left]);
    expect(mixedTo([left, right], 1)).toEqual([Float32Array.of(0.5, 0.25)]);
  });

  it("of surround go to the two fronts, and of stereo to the first two of surround", () => {
    const nothing = new Float32Array(2);
    const centre = Float32Array.of(1, 1);
    const [mixedLeft, mixedRight] = mixedTo([left, right, nothing, centre, centre, nothing], 2);
    expect(mixedLeft?.[0]).toBeCloseTo(0.25 + Math.SQRT1_2);
    expect(mixedRight?.[0]).toBeCloseTo(0.75);
    expect(mixedTo([left, right], 6)).toEqual([left, right, nothing, nothing, nothing, nothing]);
  });
});

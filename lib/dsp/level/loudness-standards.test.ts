import { describe, expect, it } from "vitest";
import { sine } from "@/lib/dsp/testing/test-signals";
import { channelWeights, LoudnessMeter } from "./loudness";

// EBU Tech 3341, the cases that are about where a short sound lies. Cases 7 and 8 are recordings and cannot be made here.

const RATE = 48000;
const TOLERANCE_LU = 0.1;

/** A stereo tone of 1 kHz between two silences, levels in dBFS. */
function placed(beforeSeconds: number, level: number, seconds: number, afterSeconds: number): Float32Array[] {
  const before = Math.round(beforeSeconds * RATE);
  const channel = new Float32Array(before + Math.round((seconds + afterSeconds) * RATE));
  channel.set(sine(1000, RATE, seconds, 10 ** (level / 20)), before);
  return [channel, channel];
}

function maxima(...signals: Float32Array[][]) {
  const meter = new LoudnessMeter(RATE, channelWeights(2));
  return signals.map((signal) => {
    meter.push(signal, signal[0].length);
    return meter.finish();
  });
}

const segments = Array.from({ length: 20 }, (_, index) => index);

describe("EBU Tech 3341", () => {
  it("case 10: a tone of 3 s reads −23 LUFS short-term wherever it begins", () => {
    for (const index of segments) {
      const [{ shortTermMaxLufs }] = maxima(placed(index * 0.15, -23, 3, 1));
      expect(Math.abs((shortTermMaxLufs ?? 0) + 23), `begins at ${index * 0.15} s`).toBeLessThan(TOLERANCE_LU);
    }
  });

  it("case 11: tones of 3 s, each 1 dB louder and 0.15 s later, read their level short-term", () => {
    const tones = segments.map((index) => placed(index * 0.15, -38 + index, 3, 3 - index * 0.15));
    for (const [index, { shortTermMaxLufs }] of maxima(...tones).entries()) {
      expect(Math.abs((shortTermMaxLufs ?? 0) - (-38 + index)), `tone ${index}`).toBeLessThan(TOLERANCE_LU);
    }
  });

  it("case 13: a tone of 0.4 s reads −23 LUFS momentary wherever it begins", () => {
    for (const index of segments) {
      const [{ momentaryMaxLufs }] = maxima(placed(index * 0.02, -23, 0.4, 1));
      expect(Math.abs((momentaryMaxLufs ?? 0) + 23), `begins at ${index * 0.02} s`).toBeLessThan(TOLERANCE_LU);
    }
  });

  it("case 14: tones of 0.4 s, each 1 dB louder and 20 ms later, read their level momentary", () => {
    const tones = segments.map((index) => placed(index * 0.02, -38 + index, 0.4, 0.4 - index * 0.02));
    for (const [index, { momentaryMaxLufs }] of maxima(...tones).entries()) {
      expect(Math.abs((momentaryMaxLufs ?? 0) - (-38 + index)), `tone ${index}`).toBeLessThan(TOLERANCE_LU);
    }
  });
});

describe("ITU-R BS.1770-5 channel weights", () => {
  const FRONT = 0x7;
  const LOW = 0x8;
  const BACK = 0x30;
  const SIDE = 0x600;

  it.each([
    ["mono", 1, null, [1]],
    ["stereo", 2, null, [1, 1]],
    ["3.0", 3, null, [1, 1, 1]],
    ["2.1, by its mask", 3, 0xb, [1, 1, 0]],
    ["quadraphonic", 4, null, [1, 1, 1.41, 1.41]],
    ["4.0 with one channel behind, by its mask", 4, 0x107, [1, 1, 1, 1]],
    ["5.0", 5, null, [1, 1, 1, 1.41, 1.41]],
    ["5.1 with the surrounds named back", 6, FRONT | LOW | BACK, [1, 1, 1, 0, 1.41, 1.41]],
    ["5.1 with the surrounds named side", 6, FRONT | LOW | SIDE, [1, 1, 1, 0, 1.41, 1.41]],
    ["6.1", 7, null, [1, 1, 1, 0, 1, 1.41, 1.41]],
    ["7.1", 8, FRONT | LOW | BACK | SIDE, [1, 1, 1, 0, 1, 1, 1.41, 1.41]],
    ["7.1 with two more in front", 8, 0xff, [1, 1, 1, 0, 1.41, 1.41, 1, 1]],
    ["a mask of another number of channels", 2, FRONT, [1, 1]],
  ] as [string, number, number | null, number[]][])("%s", (_, channels, speakers, weights) => {
    expect(channelWeights(channels, speakers)).toEqual(weights);
  });

  it("add up: a surround channel is 1.5 LU louder than a front one, the low-frequency channel is silent", () => {
    const tone = sine(1000, RATE, 5, 0.1);
    const quiet = new Float32Array(tone.length);
    const heard = (channels: number, place: number) => {
      const meter = new LoudnessMeter(RATE, channelWeights(channels));
      meter.push(
        Array.from({ length: channels }, (_, index) => (index === place ? tone : quiet)),
        tone.length,
      );
      return meter.finish().integratedLufs;
    };
    const front = heard(6, 0) ?? 0;
    expect(heard(6, 2)).toBeCloseTo(front, 9);
    expect((heard(6, 4) ?? 0) - front).toBeCloseTo(10 * Math.log10(1.41), 9);
    expect((heard(8, 7) ?? 0) - front).toBeCloseTo(10 * Math.log10(1.41), 9);
    expect(heard(8, 4)).toBeCloseTo(front, 9);
    expect(heard(6, 3)).toBeNull();
    expect(heard(8, 3)).toBeNull();
  });
});

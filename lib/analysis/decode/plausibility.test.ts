import { describe, expect, it } from "vitest";
import { assertPlausibleDecode, matchChannels, silenceImpossible } from "./plausibility";

describe("what a decoder hands over", () => {
  const left = Float32Array.of(0.1, 0.2);
  const right = Float32Array.of(0.3, 0.4);

  it("is doubled again if a decoder folded identical stereo into one channel", () => {
    expect(matchChannels({ channelData: [left], sampleRateHz: 44_100 }, 2)).toEqual([left, left]);
  });

  it("is reduced to one channel if a decoder returned mono twice", () => {
    expect(matchChannels({ channelData: [left, left], sampleRateHz: 44_100 }, 1)).toEqual([left]);
  });

  it("is damaged if the number of channels does not fit the header", () => {
    const three = { channelData: [left, right, left], sampleRateHz: 44_100 };
    expect(() => matchChannels(three, 2)).toThrow(expect.objectContaining({ code: "damaged_file" }));
  });

  it("keeps loud samples and loses impossible ones", () => {
    const samples = Float32Array.of(1.5, -30, Number.NaN, Number.NEGATIVE_INFINITY, 1e30);
    expect(silenceImpossible(samples)).toBe(3);
    expect([...samples]).toEqual([1.5, -30, 0, 0, 0]);
  });

  it("is refused if most of it was impossible, or nothing came", () => {
    const damaged = expect.objectContaining({ code: "damaged_file" });
    expect(() => assertPlausibleDecode({ decodedSamples: 100, replacedSamples: 101 }, 2)).toThrow(damaged);
    expect(() => assertPlausibleDecode({ decodedSamples: 0, replacedSamples: 0 }, 2)).toThrow(damaged);
    expect(() => assertPlausibleDecode({ decodedSamples: 100, replacedSamples: 99 }, 2)).not.toThrow();
  });
});

import { describe, expect, it } from "vitest";
import { concatenate, sine } from "@/lib/dsp/testing/test-signals";
import { ChannelFaults, EdgeSilence } from "./channel-faults";

const RATE = 44100;

function faults(signal: Float32Array, cut = signal.length): ChannelFaults {
  const meter = new ChannelFaults();
  for (let start = 0; start < signal.length; start += cut) {
    const part = signal.subarray(start, start + cut);
    meter.add(part, part.length);
  }
  return meter;
}

describe("clipping", () => {
  it("is counted once for each flat top, however the stream is cut", () => {
    const clipped = sine(100, RATE, 0.1, 3).map((x) => Math.max(-1, Math.min(1, x)));
    // Ten periods, each with one top and one bottom.
    for (const cut of [clipped.length, 7, 1]) expect(faults(clipped, cut).clippingRuns).toBe(20);
  });

  it("is not found in a sine that only touches full scale, or in one or two samples at full scale", () => {
    expect(faults(sine(5000, RATE, 1, 1)).clippingRuns).toBe(0);
    expect(faults(Float32Array.of(0, 1, 1, 0, -1, -1, 0, 1, -1, 1, -1)).clippingRuns).toBe(0);
    expect(faults(Float32Array.of(0, 1, 1, 1, 1, 1)).clippingRuns).toBe(1);
  });
});

describe("DC offset", () => {
  it("is the mean of the samples", () => {
    expect(faults(sine(441, RATE, 1, 0.5).map((x) => x + 0.1)).offset).toBeCloseTo(0.1, 5);
    expect(faults(new Float32Array(0)).offset).toBe(0);
  });
});

describe("silence at the edges", () => {
  const edges = (channels: Float32Array[], cut: number) => {
    const silence = new EdgeSilence();
    const length = channels[0]?.length ?? 0;
    for (let start = 0; start < length; start += cut) {
      const parts = channels.map((channel) => channel.subarray(start, start + cut));
      silence.add(parts, parts[0]?.length ?? 0);
    }
    return [silence.headSamples, silence.tailSamples];
  };
  const padded = concatenate(
    new Float32Array(1000).fill(0.0005),
    new Float32Array(500).fill(0.5),
    new Float32Array(2000),
  );

  it("reaches to the first and from the last sound of any channel, however the stream is cut", () => {
    const other = new Float32Array(3500);
    other[900] = 0.2;
    other[2499] = -0.2;
    for (const cut of [3500, 64, 1]) {
      expect(edges([padded], cut)).toEqual([1000, 2000]);
      expect(edges([padded, other], cut)).toEqual([900, 1000]);
    }
  });

  it("counts as all head if nothing sounds", () => {
    expect(edges([new Float32Array(300)], 100)).toEqual([300, 0]);
    expect(edges([new Float32Array(0)], 100)).toEqual([0, 0]);
  });
});

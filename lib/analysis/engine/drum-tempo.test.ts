import { describe, expect, it } from "vitest";
import { drumTrack } from "@/lib/dsp/testing/drums";
import { concatenate } from "@/lib/dsp/testing/test-signals";
import { createEngine } from "./engine";

function measure(signal: Float32Array) {
  const engine = createEngine({ sampleRateHz: 44_100, channels: 1, pictures: false, values: ["tempo", "rhythm"] });
  engine.push([signal]);
  return engine.finish().features;
}

describe("the tempo of drums", () => {
  it("is that of their backbeat in drum and bass, and not half of it", () => {
    for (const bpm of [161, 172, 178]) {
      const { tempo } = measure(drumTrack(bpm, 8, { kicks: [0, 10], snares: [4, 12] }));
      expect(tempo?.bpm).toBeCloseTo(bpm, 0);
    }
  });

  it("stays slow where the snare is slow", () => {
    const { tempo } = measure(drumTrack(86, 6, { kicks: [0, 6, 10], snares: [4, 12] }));
    expect(tempo?.bpm).toBeCloseTo(86, 0);
  });

  it("is one of two if it changes half-way, and is then neither steady nor certain", () => {
    const rock = { kicks: [0, 8], snares: [4, 12] };
    const { tempo, rhythm } = measure(concatenate(drumTrack(160, 14, rock), drumTrack(120, 11, rock)));
    expect([120, 160]).toContain(Math.round(tempo?.bpm ?? 0));
    expect(tempo?.confidence).toBeLessThan(0.7);
    expect(rhythm?.stability).toBeLessThan(0.5);
    expect(rhythm?.loopBars).toBeNull();
  });
});

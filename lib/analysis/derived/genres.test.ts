import { describe, expect, it } from "vitest";
import { createEngine } from "@/lib/analysis/engine/engine";
import type { Features } from "@/lib/analysis/record/schema";
import { GENRE_CONFIDENCE_MAX } from "./genres";

const RATE_HZ = 44_100;
type Hit = "kick" | "snare" | "hat";

/** Drums of a pattern of sixteenths: a falling sine, noise with a body, a click of noise. */
function drums(patterns: Record<Hit, string>, bpm: number, seconds: number, gain = 1): Float32Array {
  const out = new Float32Array(Math.round(seconds * RATE_HZ));
  const stepSeconds = 15 / bpm;
  let state = 1;
  const noise = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 31 - 1;
  };
  const sounds: Record<Hit, (t: number) => number> = {
    kick: (t) => Math.sin(2 * Math.PI * (50 * t - 4 * Math.exp(-40 * t))) * Math.exp(-12 * t),
    snare: (t) => (0.5 * noise() + 0.4 * Math.sin(2 * Math.PI * 190 * t)) * Math.exp(-18 * t),
    hat: (t) => 0.25 * noise() * Math.exp(-60 * t),
  };
  for (const [hit, pattern] of Object.entries(patterns) as [Hit, string][]) {
    for (let step = 0; step * stepSeconds < seconds; step++) {
      if (pattern[step % pattern.length] !== "x") continue;
      const from = Math.round(step * stepSeconds * RATE_HZ);
      for (let i = 0; i < 0.25 * RATE_HZ && from + i < out.length; i++) {
        (out[from + i] as number) += gain * 0.5 * sounds[hit](i / RATE_HZ);
      }
    }
  }
  return out;
}

function analyze(signal: Float32Array): Features {
  const engine = createEngine({
    sampleRateHz: RATE_HZ,
    channels: 1,
    pictures: false,
    values: ["genres", "kind", "tempo"],
  });
  engine.push([signal]);
  return engine.finish().features;
}

const FOUR_ON_THE_FLOOR = { kick: "x...x...x...x...", snare: "................", hat: "..x...x...x...x." };
const BREAK = { kick: "x.........x.....", snare: "....x.......x...", hat: "x.x.x.x.x.x.x.x." };

describe("genres", () => {
  it("are dance music for a kick on every beat, and drum and bass for a fast break", () => {
    const dance = analyze(drums(FOUR_ON_THE_FLOOR, 128, 15)).genres ?? [];
    expect(["house", "techno", "trance"]).toContain(dance[0]?.label);
    const fast = analyze(drums(BREAK, 174, 15)).genres ?? [];
    expect(fast.map(({ label }) => label)).toContain("drum and bass");
  });

  it("are at most three, never certain, and sum to at most 1", () => {
    for (const bpm of [70, 95, 128, 174]) {
      const genres = analyze(drums(BREAK, bpm, 12)).genres ?? [];
      expect(genres.length).toBeLessThanOrEqual(3);
      expect(genres.every(({ confidence }) => confidence <= GENRE_CONFIDENCE_MAX && confidence >= 0.1)).toBe(true);
      expect(genres.reduce((sum, { confidence }) => sum + confidence, 0)).toBeLessThanOrEqual(1);
    }
  });

  it("do not depend on the level", () => {
    const [loud, quiet] = [1, 0.25].map((gain) => analyze(drums(FOUR_ON_THE_FLOOR, 126, 12, gain)).genres ?? []);
    expect(quiet?.map(({ label }) => label)).toEqual(loud?.map(({ label }) => label));
    quiet?.forEach(({ confidence }, index) => {
      expect(confidence).toBeCloseTo(loud?.[index]?.confidence ?? 0, 1);
    });
  });

  it("are absent, with a reason, for a single sound, a loop of one bar and silence", () => {
    const single = analyze(drums({ kick: "x", snare: ".", hat: "." }, 10, 0.4));
    expect(single.genres).toBeNull();
    expect(single.notApplicable.genres?.reason).toBe("A single sound has no genre.");
    const bar = analyze(drums(BREAK, 120, 2));
    expect([bar.kind?.label, bar.notApplicable.genres?.code]).toEqual(["loop", "too_short"]);
    expect(analyze(new Float32Array(RATE_HZ * 8)).notApplicable.genres?.code).toBe("silence");
  });
});

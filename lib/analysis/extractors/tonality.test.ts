import { describe, expect, it } from "vitest";
import { createEngine } from "@/lib/analysis/engine/engine";
import { chord, clicks, concatenate, noise, sine } from "@/lib/dsp/testing/test-signals";

const RATE = 44100;
const hz = (midi: number) => 440 * 2 ** ((midi - 69) / 12);
const triad = (notes: number[], seconds: number) => chord(notes.map(hz), RATE, seconds);
const cadence = () =>
  concatenate(
    triad([48, 60, 64, 67], 1.5),
    triad([41, 60, 65, 69], 1.5),
    triad([43, 59, 62, 67], 1.5),
    triad([48, 60, 64, 67], 1.5),
  );

function analyze(signal: Float32Array) {
  const values = ["key", "keyChanges", "chords", "tuning", "atonality"] as const;
  const engine = createEngine({ sampleRateHz: RATE, channels: 1, pictures: false, values });
  engine.push([signal]);
  return engine.finish().features;
}

describe("the harmony of a recording", () => {
  it("has the key, the chords without gaps and the tuning of a cadence", () => {
    const { key, keyChanges, chords, tuning, atonality, notApplicable } = analyze(cadence());
    expect(key).toMatchObject({ tonic: "C", mode: "major" });
    expect(keyChanges).toEqual([{ startSeconds: 0, tonic: "C", mode: "major", confidence: key?.confidence }]);
    expect(chords?.map(({ label }) => label)).toEqual(["C", "F", "G", "C"]);
    expect(chords?.[0]?.startSeconds).toBe(0);
    expect(chords?.at(-1)?.endSeconds).toBeCloseTo(6, 5);
    chords?.slice(1).forEach(({ startSeconds }, index) => {
      expect(chords[index]?.endSeconds).toBe(startSeconds);
      expect(Math.abs(startSeconds - 1.5 * (index + 1))).toBeLessThan(0.3);
    });
    expect(Math.abs(tuning?.cents ?? 99)).toBeLessThan(3);
    expect(atonality).toBeLessThan(0.4);
    expect(notApplicable).toEqual({});
  });

  it.each([
    ["silence", new Float32Array(RATE * 3), "silence"],
    ["noise", noise(RATE * 4, 0.5), "atonal"],
    ["drums", clicks(120, RATE, 6), "atonal"],
    ["a single note", sine(440, RATE, 3, 0.5), "single_note"],
  ])("has neither key nor chords in %s, and says why", (_, signal, code) => {
    const { key, keyChanges, chords, notApplicable } = analyze(signal);
    expect([key, keyChanges, chords]).toEqual([null, null, null]);
    for (const name of ["key", "keyChanges", "chords"] as const) expect(notApplicable[name]?.code).toBe(code);
  });

  it("is atonal and untuned for noise and drums, and tuned for a note", () => {
    for (const signal of [noise(RATE * 4, 0.5), clicks(120, RATE, 6)]) {
      const { atonality, tuning, notApplicable } = analyze(signal);
      expect(atonality).toBeGreaterThan(0.5);
      expect(tuning).toBeNull();
      expect(notApplicable.tuning?.code).toBe("unpitched");
    }
    expect(analyze(sine(440 * 2 ** (23.4 / 1200), RATE, 3, 0.5)).tuning?.cents).toBeCloseTo(23.4, 0);
  });
});

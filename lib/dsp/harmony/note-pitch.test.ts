import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chord, concatenate, noise, sine } from "@/lib/dsp/testing/test-signals";
import { cents, notePitch } from "./note-pitch";

const RATE = 11025;

describe("notePitch", () => {
  it("finds any harmonic note to within five cents, from the lowest E of a bass to three octaves over middle C", () => {
    fc.assert(
      fc.property(fc.double({ min: 28, max: 84, noNaN: true }), (midi) => {
        const hz = 440 * 2 ** ((midi - 69) / 12);
        const pitch = notePitch(chord([hz], RATE, 1.2), RATE);
        expect(Math.abs(cents(pitch?.hz ?? 1, hz))).toBeLessThan(5);
        expect(pitch?.confidence).toBeGreaterThan(0.7);
      }),
      { numRuns: 25, seed: 4 },
    );
  });

  it("does not depend on gain, silence around the note, or a noisy stroke at its beginning", () => {
    const tone = chord([196], RATE, 1);
    const struck = tone.map((x, n) => x + 0.3 * noise(n < 300 ? 1 : 0, 1, n + 1).reduce((a, b) => a + b, 0));
    for (const signal of [
      tone.map((x) => x * 0.003),
      concatenate(new Float32Array(4000), tone, new Float32Array(9000)),
      struck,
    ]) {
      expect(Math.abs(cents(notePitch(signal, RATE)?.hz ?? 1, 196))).toBeLessThan(6);
    }
  });

  it("finds a missing fundamental", () => {
    const tone = sine(400, RATE, 1, 0.3).map((x, n) => x + 0.3 * Math.sin((2 * Math.PI * 600 * n) / RATE));
    expect(Math.abs(cents(notePitch(tone, RATE)?.hz ?? 1, 200))).toBeLessThan(10);
  });

  it("takes no chord for the low note whose harmonics its notes would be", () => {
    for (let root = 48; root <= 72; root += 3) {
      for (const steps of [
        [0, 4, 7],
        [0, 4],
        [0, 5, 9],
        [0, 3, 8],
      ]) {
        const held = chord(
          steps.map((step) => 440 * 2 ** ((root + step - 69) / 12)),
          RATE,
          1.5,
        );
        expect(notePitch(held, RATE)).toBeNull();
      }
    }
  });

  it("finds no pitch in noise, silence, DC and less than a period", () => {
    expect(notePitch(noise(RATE, 0.5), RATE)).toBeNull();
    expect(notePitch(new Float32Array(RATE), RATE)).toBeNull();
    expect(notePitch(new Float32Array(RATE).fill(0.4), RATE)).toBeNull();
    expect(notePitch(sine(440, RATE, 0.02), RATE)).toBeNull();
  });
});

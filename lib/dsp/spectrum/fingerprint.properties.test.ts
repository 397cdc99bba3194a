import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  amplified,
  chord,
  clicks,
  concatenate,
  eachSpectrum,
  impulse,
  noise,
  sine,
} from "@/lib/dsp/testing/test-signals";
import { Fingerprinter } from "./fingerprint";
import { matchFingerprints, SAME_RECORDING } from "./fingerprint-match";

const RATE = 44100;

function fingerprint(signal: Float32Array, rate = RATE): Uint8Array {
  const fingerprinter = new Fingerprinter(rate, 2048);
  eachSpectrum(signal, 2048, rate / 100, (power) => fingerprinter.push(power));
  return fingerprinter.finish() ?? new Uint8Array();
}

/** Eight seconds of chords over a beat. */
function piece(root: number, rate = RATE): Float32Array {
  const steps = [0, 5, 9, 2, 7, 11, 4, 0, 7, 3, 8, 5, 10, 1, 6, 0];
  const tones = concatenate(
    ...steps.map((step) => {
      const notes = [root + step, root + step + 4, root + ((step * 5) % 12)];
      return chord(
        notes.map((midi) => 440 * 2 ** ((midi - 69) / 12)),
        rate,
        0.5,
        0.15,
      );
    }),
  );
  const beat = clicks(127, rate, 8);
  return tones.map((x, n) => 0.5 * x + 0.15 * beat[n]);
}

describe("a fingerprint", () => {
  const song = piece(52);
  const original = fingerprint(song);

  it("is found at any gain, with a constant offset, and after any silence", () => {
    fc.assert(
      fc.property(
        fc.double({ min: -40, max: 6, noNaN: true }),
        fc.double({ min: -0.2, max: 0.2, noNaN: true }),
        fc.integer({ min: 0, max: RATE }),
        (decibels, offset, delay) => {
          const gain = 10 ** (decibels / 20);
          const moved = amplified(song, gain).map((x) => x + gain * offset);
          const { similarity, offsetSeconds } = matchFingerprints(
            original,
            fingerprint(concatenate(new Float32Array(delay), moved)),
          );
          expect(similarity).toBeGreaterThan(SAME_RECORDING);
          expect(Math.abs(offsetSeconds + delay / RATE)).toBeLessThan(0.05);
        },
      ),
      { numRuns: 6, seed: 2 },
    );
  }, 20_000);

  it("is found at other rates", () => {
    for (const rate of [32_000, 48_000]) {
      expect(matchFingerprints(original, fingerprint(piece(52, rate), rate)).similarity).toBeGreaterThan(
        SAME_RECORDING,
      );
    }
  });

  it("is a different one an octave or a semitone higher", () => {
    for (const root of [64, 53]) {
      expect(matchFingerprints(original, fingerprint(piece(root))).similarity).toBeLessThan(SAME_RECORDING);
    }
  });

  it("differs between a sine, an impulse, a constant, noise and music", () => {
    const odd = [
      sine(440, RATE, 8, 0.5),
      impulse(RATE * 8, RATE),
      new Float32Array(RATE * 8).fill(0.5),
      noise(RATE * 8),
    ];
    const prints = odd.map((signal) => fingerprint(signal));
    prints.forEach((print, index) => {
      for (const other of [original, ...prints.slice(0, index)]) {
        expect(matchFingerprints(print, other).similarity).toBeLessThan(SAME_RECORDING);
      }
    });
  });
});

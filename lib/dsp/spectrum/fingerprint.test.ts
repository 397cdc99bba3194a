import { describe, expect, it } from "vitest";
import { chord, clicks, noise } from "@/lib/dsp/testing/test-signals";
import { RealFft } from "@/lib/dsp/transform/fft";
import { FrameSlicer } from "@/lib/dsp/transform/frames";
import { unitHannWindow } from "@/lib/dsp/transform/windows";
import { Fingerprinter } from "./fingerprint";
import { readFingerprint } from "./fingerprint-format";
import { matchFingerprints, SAME_RECORDING } from "./fingerprint-match";

const RATE = 44100;

function fingerprint(signal: Float32Array, rate = RATE): Uint8Array | null {
  const fft = new RealFft(2048);
  const window = unitHannWindow(2048);
  const power = new Float64Array(fft.bins);
  const fingerprinter = new Fingerprinter(rate, 2048);
  const slicer = new FrameSlicer(2048, rate / 100, (buffer, offset) => {
    fft.power(buffer, offset, window, power);
    fingerprinter.push(power);
  });
  slicer.push(signal);
  slicer.finish();
  return fingerprinter.finish();
}

const tones = new Map<string, Float32Array>();

/** A note of 1.5 s. Its sines take most of the time of a piece, and pieces have notes in common. */
function tone(midi: number, rate: number): Float32Array {
  const known = tones.get(`${midi} ${rate}`);
  if (known) return known;
  const made = chord([440 * 2 ** ((midi - 69) / 12)], rate, 1.5, 0.15);
  tones.set(`${midi} ${rate}`, made);
  return made;
}

/** Twelve seconds of chords and a beat, different for each seed. */
function piece(seed: number, rate = RATE): Float32Array {
  const out = new Float32Array(12 * rate);
  const choices = noise(96, 1, seed * 7727 + 3);
  for (let i = 0; i < 24; i++) {
    const at = Math.round(i * 0.5 * rate);
    for (let voice = 0; voice < 3; voice++) {
      const note = tone(48 + Math.round(14 * (1 + (choices[i * 4 + voice] ?? 0))), rate);
      for (let n = 0; n < note.length && at + n < out.length; n++) out[at + n] += note[n];
    }
  }
  const beat = clicks(90 + 11 * seed, rate, 12);
  return out.map((x, n) => 0.5 * x + 0.2 * beat[n]);
}

/** As an encoder might: no treble, coarse steps, a floor of noise. */
function degraded(signal: Float32Array): Float32Array {
  const hiss = noise(signal.length, 0.004, 17);
  let smooth = 0;
  return signal.map((x, n) => {
    smooth += 0.45 * (x - smooth);
    return Math.round((smooth + hiss[n]) * 128) / 128;
  });
}

function match(a: Float32Array, b: Float32Array, rateB = RATE) {
  return matchFingerprints(fingerprint(a) ?? new Uint8Array(), fingerprint(b, rateB) ?? new Uint8Array());
}

describe("a fingerprint", () => {
  const original = piece(1);

  it("is the same for the same recording, at any gain", () => {
    expect(match(original, original)).toEqual({ similarity: 1, offsetSeconds: 0 });
    expect(
      match(
        original,
        original.map((x) => x * 0.1),
      ).similarity,
    ).toBeGreaterThan(0.99);
  });

  it("survives low-pass, quantisation and noise", () => {
    expect(match(original, degraded(original)).similarity).toBeGreaterThan(SAME_RECORDING + 0.15);
  });

  it("survives 200 ms cut off the beginning, and gives the offset", () => {
    const { similarity, offsetSeconds } = match(original, degraded(original.subarray(0.2 * RATE)));
    expect(similarity).toBeGreaterThan(SAME_RECORDING);
    expect(Math.abs(offsetSeconds - 0.2)).toBeLessThan(0.03);
    expect(match(original.subarray(0.2 * RATE), original).offsetSeconds).toBeCloseTo(-0.2, 1);
  });

  it("finds an excerpt in the whole", () => {
    const { similarity, offsetSeconds } = match(original, original.subarray(4 * RATE, 10 * RATE));
    expect(similarity).toBeGreaterThan(0.9);
    expect(Math.abs(offsetSeconds - 4)).toBeLessThan(0.03);
  });

  it("is the same at another sample rate", () => {
    expect(match(original, piece(1, 48000), 48000).similarity).toBeGreaterThan(SAME_RECORDING + 0.2);
  });

  it("tells different recordings apart", () => {
    const others = [2, 3, 4, 5].map((seed) => fingerprint(piece(seed)) ?? new Uint8Array());
    const all = [
      ...others,
      fingerprint(original) ?? new Uint8Array(),
      fingerprint(noise(12 * RATE, 0.3)) ?? new Uint8Array(),
    ];
    all.forEach((a, i) => {
      for (const b of all.slice(0, i)) expect(matchFingerprints(a, b).similarity).toBeLessThan(SAME_RECORDING - 0.1);
    });
  });

  it("is null for silence, and of bounded size for any length", () => {
    expect(fingerprint(new Float32Array(RATE * 3))).toBeNull();
    expect(fingerprint(new Float32Array(0))).toBeNull();
    expect(readFingerprint(fingerprint(original) ?? new Uint8Array()).words).toHaveLength(300);
    const long = fingerprint(noise(RATE * 70, 0.2)) ?? new Uint8Array();
    expect(readFingerprint(long).words).toHaveLength(1500);
    expect(long.length).toBeLessThan(15_000);
  });

  it("matches nothing if it is damaged", () => {
    const whole = fingerprint(original) ?? new Uint8Array();
    for (const bad of [new Uint8Array(), whole.subarray(0, 10), Uint8Array.of(9, 1, 2, 3, 4)]) {
      expect(matchFingerprints(whole, bad)).toEqual({ similarity: 0, offsetSeconds: 0 });
    }
  });

  it("does not depend on the last bits of a steady tone, which versions of Node compute differently", () => {
    const print = (rounding: number) => {
      const fingerprinter = new Fingerprinter(44_100, 2048);
      for (let frame = 0; frame < 200; frame++) {
        fingerprinter.push(
          Float64Array.from(
            { length: 1025 },
            (_, bin) => 1 / (1 + (bin - 30) ** 2) / (1 + rounding * ((bin * frame) % 7)),
          ),
        );
      }
      return fingerprinter.finish();
    };
    expect(print(0)).not.toBeNull();
    expect(print(1e-14)).toEqual(print(0));
  });
});

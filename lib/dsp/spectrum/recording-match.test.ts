import { describe, expect, it } from "vitest";
import { concatenate, eachSpectrum, noise } from "@/lib/dsp/testing/test-signals";
import { Fingerprinter } from "./fingerprint";
import { readFingerprint } from "./fingerprint-format";
import { matchRecordings, type Recording } from "./recording-match";
import { askedWords, storedWords } from "./sound-print-words";

const RATE = 44_100;

function recording(signal: Float32Array): Recording {
  const fingerprinter = new Fingerprinter(RATE, 2048);
  eachSpectrum(signal, 2048, RATE / 100, (power) => fingerprinter.push(power));
  return { fingerprint: readFingerprint(fingerprinter.finish() ?? new Uint8Array()), seconds: signal.length / RATE };
}

const shaped = (seconds: number, at: (t: number, n: number) => number) =>
  Float32Array.from({ length: Math.round(seconds * RATE) }, (_, n) => at(n / RATE, n));

/** A kick of a synthesiser. */
const kick = ({ hz = 50, decaySeconds = 0.25, seconds = 0.5 } = {}) =>
  shaped(
    seconds,
    (t) => 0.8 * Math.sin(2 * Math.PI * (hz * t + 4.5 * (1 - Math.exp(-t / 0.03)))) * Math.exp(-t / decaySeconds),
  );
/** A snare or hat: noise that dies away. */
function hit(seed: number, seconds = 0.4): Float32Array {
  const hiss = noise(Math.round(seconds * RATE), 0.6, seed);
  return shaped(seconds, (t, n) => hiss[n] * Math.exp(-t / 0.1));
}
/** As an encoder might: a floor of noise, and nothing above. */
function degraded(signal: Float32Array): Float32Array {
  const hiss = noise(signal.length, 0.0003, 17);
  return signal.map((x, n) => 0.5 * x + hiss[n]);
}

describe("two short sounds", () => {
  it.each([
    ["a kick", kick()],
    ["a snare", hit(3)],
    ["a snare after a kick", concatenate(kick({ seconds: 0.2 }), hit(4))],
  ])("are one recording if one is quieter, a little noisier and 200 ms shorter: %s", (_, signal) => {
    const whole = recording(signal);
    const cut = recording(degraded(signal.subarray(0.2 * RATE)));
    expect(matchRecordings(whole, recording(degraded(signal)))).toBeGreaterThan(0.9);
    expect(matchRecordings(whole, cut)).toBeGreaterThan(0.9);
    expect(matchRecordings(cut, whole)).toBeGreaterThan(0.9);
  });

  it("agree as much whichever comes first, also if the cut lies between two frames", () => {
    const whole = recording(hit(3));
    const cut = recording(degraded(hit(3).subarray(Math.round(0.2035 * RATE))));
    expect(matchRecordings(whole, cut)).toBeGreaterThan(0.9);
    expect(matchRecordings(whole, cut)).toBe(matchRecordings(cut, whole));
  });

  it("are found by a word in common", () => {
    const stored = new Set(storedWords(recording(hit(3)).fingerprint.print ?? fail()));
    const asked = askedWords(recording(degraded(hit(3).subarray(0.2 * RATE))).fingerprint.print ?? fail());
    expect(asked.some((word) => stored.has(word))).toBe(true);
    expect(stored.size).toBeLessThanOrEqual(32);
  });

  it.each([
    ["the noise is another one", hit(3), hit(5)],
    ["a kick is 2 % higher", kick(), kick({ hz: 51 })],
    ["a kick is a semitone higher", kick(), kick({ hz: 53 })],
    ["a kick decays 10 % more slowly", kick(), kick({ decaySeconds: 0.275 })],
    ["only the first hit is the same", concatenate(kick(), hit(3)), concatenate(kick(), hit(5))],
    ["one is a part of the other", concatenate(hit(3), kick(), hit(5), hit(6)), hit(3)],
  ])("are two recordings if %s", (_, a, b) => {
    expect(matchRecordings(recording(a), recording(b))).toBeNull();
  });

  it("are none if nothing sounds", () => {
    const silence = recording(new Float32Array(RATE));
    expect(matchRecordings(silence, silence)).toBeNull();
  });
});

function fail(): never {
  throw new Error("there is no print");
}

describe("two longer sounds", () => {
  const loop = (seeds: number[]) => concatenate(...seeds.map((seed) => hit(seed, 0.5)));
  const whole = loop([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);

  it("are one recording if one lost its beginning, and not if one goes on differently", () => {
    const original = recording(whole);
    expect(matchRecordings(original, recording(degraded(whole.subarray(0.2 * RATE))))).toBeGreaterThan(0.6);
    const other = recording(loop([1, 2, 3, 4, 5, 6, 17, 18, 19, 20, 21, 22]).subarray(0, whole.length));
    expect(matchRecordings(original, other)).toBeNull();
  });

  it("are two if one has the other twice", () => {
    expect(matchRecordings(recording(whole), recording(concatenate(whole, whole)))).toBeNull();
  });
});

import { describe, expect, it } from "vitest";
import { chord, eachSpectrum, noise } from "@/lib/dsp/testing/test-signals";
import { beatActivation } from "./beat-activation";
import { estimateBeats } from "./beats";
import { OnsetStrength } from "./onset-strength";
import { estimateTempo } from "./tempo";

const RATE = 44100;
const FPS = 100;
const CHORDS = [
  [48, 64, 67, 72],
  [53, 65, 69, 72],
  [55, 62, 67, 71],
  [48, 60, 64, 67],
];

/** Chords on the beats, the bass with the first of each four, and a soft note between. */
function played(beats: readonly number[]): Float32Array {
  const signal = new Float32Array(Math.round(((beats.at(-1) as number) + 1) * RATE));
  const strike = (at: number, notes: readonly number[], gain: number, seconds: number) => {
    const hz = notes.map((note) => 440 * 2 ** ((note - 69) / 12));
    const from = Math.round(at * RATE);
    chord(hz, RATE, seconds, gain).forEach((x, n) => {
      if (from + n < signal.length) signal[from + n] += x * Math.exp((-4 * n) / (seconds * RATE));
    });
  };
  beats.forEach((at, beat) => {
    const notes = CHORDS[Math.floor(beat / 4) % CHORDS.length] as number[];
    const next = beats[beat + 1] ?? at + 0.6;
    if (beat % 4 === 0) strike(at, [(notes[0] as number) - 12], 0.5, 1.2);
    strike(at, notes, beat % 4 === 0 ? 0.5 : 0.35, 0.5);
    strike((at + next) / 2, [(notes[3] as number) + (beat % 3)], 0.12, 0.3);
  });
  return signal;
}

function heard(signal: Float32Array) {
  const onsets = new OnsetStrength(RATE, 2048);
  eachSpectrum(signal, 2048, RATE / FPS, (power) => onsets.push(power));
  onsets.finish();
  const strengths = onsets.strengths.map((list) => list.view());
  const durationSeconds = signal.length / RATE;
  const activation = beatActivation(onsets.frames.view(), durationSeconds);
  const tempo = estimateTempo({ strengths, framesPerSecond: FPS, durationSeconds, activation });
  if (!tempo.found) return { tempo, activation, beats: [] };
  const input = { strengths, framesPerSecond: FPS, durationSeconds, bpm: tempo.bpm, activation, path: tempo.path };
  const grid = estimateBeats({ ...input, chroma: new Float32Array(), chromaPerSecond: 10 });
  return { tempo, activation, beats: grid?.beats ?? [] };
}

/** Beats whose length sways between 0.5 and 0.72 s, as a player's does over a phrase. */
function swaying(count: number): number[] {
  const beats = [0.4];
  for (let i = 0; i + 1 < count; i++) beats.push((beats[i] as number) + 0.61 - 0.11 * Math.cos((2 * Math.PI * i) / 16));
  return beats;
}

describe("a path of beats", () => {
  it("follows a player whose tempo sways by a third", () => {
    const truth = swaying(48);
    const { tempo, beats } = heard(played(truth));
    expect(tempo).toMatchObject({ found: true, variation: 0 });
    const missed = truth.filter((at) => Math.min(...beats.map((beat) => Math.abs(beat - at))) > 0.05);
    expect(missed.length).toBeLessThanOrEqual(2);
    expect(beats.length).toBeLessThanOrEqual(truth.length + 2);
  });

  it("is none in recordings that are too short, nor in noise", () => {
    const short = heard(played(swaying(10)));
    expect(short.activation).toBeNull();
    expect(short.tempo.found && short.tempo.path).toBeFalsy();
    const { tempo } = heard(noise(RATE * 12, 0.3));
    expect(tempo).toEqual({ found: false, reason: "no_rhythm" });
  });
});

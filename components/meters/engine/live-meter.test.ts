import { describe, expect, it } from "vitest";
import { channelWeights, LoudnessMeter } from "@/lib/dsp/level/loudness";
import { TruePeakMeter } from "@/lib/dsp/level/true-peak";
import { concatenate, noise, sine } from "@/lib/dsp/testing/test-signals";
import { LiveMeter, type MeterReading } from "./live-meter";

const RATE = 48_000;
/** What an audio context hands over at once. */
const QUANTUM = 128;

/** Every reading of a sound that is handed over as a browser does. */
function readings(channels: Float32Array[], meter = new LiveMeter(RATE, channels.length, 960)): MeterReading[] {
  const found: MeterReading[] = [];
  const length = channels[0]?.length ?? 0;
  for (let at = 0; at + QUANTUM <= length; at += QUANTUM) {
    const block = channels.map((channel) => channel.subarray(at, at + QUANTUM));
    if (meter.push(block, QUANTUM)) found.push(meter.read());
  }
  return found;
}
const last = (all: readonly MeterReading[]) => all.at(-1) as MeterReading;

describe("a live meter", () => {
  it("reads at the end of a sound what the analysis finds in it", () => {
    const sound = [noise(RATE * 5, 0.4, 3), noise(RATE * 5, 0.2, 5)];
    const analysis = new LoudnessMeter(RATE, channelWeights(2));
    analysis.push(sound, RATE * 5);
    const { integratedLufs, momentaryMaxLufs, shortTermMaxLufs } = analysis.finish();
    const read = last(readings(sound));
    expect(read.momentaryMaxLufs).toBeCloseTo(momentaryMaxLufs ?? 0, 2);
    expect(read.shortTermMaxLufs).toBeCloseTo(shortTermMaxLufs ?? 0, 2);
    expect(read.integratedLufs).toBeCloseTo(integratedLufs ?? 0, 1);
  });

  it("follows the loudness of now: −23 LUFS, then −33, then silence", () => {
    const tone = concatenate(sine(1000, RATE, 4, 10 ** (-23 / 20)), sine(1000, RATE, 4, 10 ** (-33 / 20)));
    const sound = concatenate(tone, new Float32Array(RATE * 8));
    const all = readings([sound, sound]);
    const at = (seconds: number) => all.find((reading) => reading.seconds >= seconds) as MeterReading;
    expect(at(3.9).momentaryLufs).toBeCloseTo(-23, 1);
    expect(at(3.9).shortTermLufs).toBeCloseTo(-23, 1);
    expect(at(4.5).momentaryLufs).toBeCloseTo(-33, 1);
    expect(at(4.5).shortTermLufs).toBeGreaterThan(-26);
    expect(at(7.9).shortTermLufs).toBeCloseTo(-33, 1);
    expect(at(15.9).momentaryLufs).toBeLessThan(-120);
    expect(at(15.9).shortTermLufs).toBeLessThan(-120);
    expect(at(15.9).rmsDb).toEqual([Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY]);
    expect(at(15.9).integratedLufs).toBeCloseTo(at(8.5).integratedLufs ?? 0, 1);
  });

  it("finds the peak between samples, and the reading after it starts anew", () => {
    // Sampled at 45° it never reaches its peak in a sample.
    const sound = concatenate(sine(RATE / 4, RATE, 1, 0.9, Math.PI / 4), sine(997, RATE, 1, 0.1));
    const whole = new TruePeakMeter(sound.length);
    whole.push(sound, sound.length);
    const all = readings([sound]);
    expect(Math.max(...all.flatMap(({ truePeakDb }) => truePeakDb))).toBeCloseTo(20 * Math.log10(whole.truePeak), 6);
    expect(all.find(({ seconds }) => seconds > 0.5)?.truePeakDb[0]).toBeCloseTo(20 * Math.log10(0.9), 1);
    expect(last(all).truePeakDb[0]).toBeCloseTo(-20, 1);
    expect(last(all).rmsDb[0]).toBeCloseTo(-23, 1);
  });

  it("says how the channels belong together, and nothing of the kind for a mono or a one-sided sound", () => {
    const tone = sine(440, RATE, 1, 0.5);
    const silent = new Float32Array(RATE);
    const correlation = (...channels: Float32Array[]) => last(readings(channels)).correlation;
    expect(correlation(tone, tone)).toBeCloseTo(1, 6);
    expect(
      correlation(
        tone,
        tone.map((x) => -x),
      ),
    ).toBeCloseTo(-1, 6);
    expect(Math.abs(correlation(noise(RATE, 0.5, 3), noise(RATE, 0.5, 5)) ?? 1)).toBeLessThan(0.1);
    expect(correlation(tone)).toBeNull();
    expect(correlation(tone, silent)).toBeNull();
  });

  it("of silence is silent, and has no value that is not a number", () => {
    const { left, right, ...read } = last(readings([new Float32Array(RATE), new Float32Array(RATE)]));
    const none = Number.NEGATIVE_INFINITY;
    expect(read).toMatchObject({ truePeakDb: [none, none], rmsDb: [none, none], correlation: null });
    expect(read).toMatchObject({ momentaryLufs: none, shortTermLufs: none, integratedLufs: null });
    expect([...left, ...right].every((x) => x === 0)).toBe(true);
  });

  it("hands over every sample once, and begins again when it is told to", () => {
    const sound = noise(RATE, 0.5, 3);
    const meter = new LiveMeter(RATE, 1, 960);
    const all = readings([sound], meter);
    expect(concatenate(...all.map(({ left }) => left))).toEqual(sound.subarray(0, all.length * 1024));
    meter.restart();
    expect(meter.read()).toMatchObject({ seconds: 0, integratedLufs: null, momentaryMaxLufs: null });
  });
});

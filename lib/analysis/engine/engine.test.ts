import fc from "fast-check";
import { decode } from "fast-png";
import { describe, expect, it } from "vitest";
import { VALUE_NAMES } from "@/lib/analysis/record/measured-values";
import { decodePeaks } from "@/lib/analysis/record/peaks-format";
import { chord, clicks, concatenate, noise, sine } from "@/lib/dsp/testing/test-signals";
import { createEngine, type EngineOptions } from "./engine";

const RATE = 44100;

function analyze(channels: Float32Array[], options: Partial<EngineOptions> & { block?: number } = {}) {
  const { block = 32768, ...rest } = options;
  const engine = createEngine({ sampleRateHz: RATE, channels: channels.length, pictures: false, ...rest });
  const length = channels[0]?.length ?? 0;
  for (let start = 0; start < length; start += block) {
    engine.push(channels.map((channel) => channel.subarray(start, start + block)));
  }
  return engine.finish();
}

const hzOf = (midi: number) => 440 * 2 ** ((midi - 69) / 12);

/** Two bars each of tonic, subdominant, dominant and tonic, over clicks. */
function song(tonicMidi: number, bpm: number, sampleRateHz = RATE): Float32Array {
  const barSeconds = 240 / bpm;
  const chords = [0, 5, 7, 0].map((degree) =>
    chord(
      [tonicMidi + degree - 24, tonicMidi + degree, tonicMidi + degree + 4, tonicMidi + degree + 7].map(hzOf),
      sampleRateHz,
      barSeconds * 2,
      0.1,
    ),
  );
  const music = concatenate(...chords);
  const beat = clicks(bpm, sampleRateHz, music.length / sampleRateHz);
  return music.map((x, n) => 0.6 * x + 0.3 * (beat[n] ?? 0));
}

describe("a piece of music", () => {
  it.each([
    [60, 92],
    [66, 120],
    [57, 128],
  ])("is recognised in the major key of MIDI note %i at %i BPM", (tonic, bpm) => {
    const { features } = analyze([song(tonic, bpm)]);
    expect(Math.abs((features.tempo?.bpm ?? 0) - bpm)).toBeLessThan(0.1);
    expect(features.key).toMatchObject({ mode: "major", tonic: { 60: "C", 66: "F#", 57: "A" }[tonic] });
    expect(features.notApplicable).not.toHaveProperty("tempo");
    expect(features.notApplicable).not.toHaveProperty("key");
    const believed = [features.tempo, ...(features.tempo?.alternatives ?? [])].reduce(
      (sum, t) => sum + (t?.confidence ?? 0),
      0,
    );
    expect(believed).toBeLessThanOrEqual(1 + 1e-9);
  });

  it("keeps tempo and key at another gain, octave, start or sample rate", () => {
    const expected = analyze([song(62, 110)]).features;
    const variants = [
      analyze([song(62, 110).map((x) => x * 0.05)]),
      analyze([song(74, 110)]),
      analyze([concatenate(new Float32Array(30000), song(62, 110))]),
      analyze([song(62, 110, 48000)], { sampleRateHz: 48000 }),
      analyze([song(62, 110, 22050)], { sampleRateHz: 22050 }),
      analyze([song(62, 110, 96000)], { sampleRateHz: 96000 }),
    ];
    for (const { features } of variants) {
      expect(features.tempo?.bpm).toBeCloseTo(expected.tempo?.bpm ?? 0, 0);
      expect(features.key?.tonic).toBe("D");
      expect(features.key?.mode).toBe("major");
    }
  }, 60_000);

  it("is heard in a stereo pair of opposite phase", () => {
    const left = song(60, 100);
    const { features } = analyze([left, left.map((x) => -x)]);
    expect(features.tempo?.bpm).toBeCloseTo(100, 0);
    expect(features.key?.tonic).toBe("C");
  });
});

describe("what has no tempo or key", () => {
  it("is silence, with a reason for each value", () => {
    const { features } = analyze([new Float32Array(RATE * 3)], { pictures: true });
    expect(features).toMatchObject({ tempo: null, key: null, spectral: null });
    expect(features.loudness).toMatchObject({ integratedLufs: null, truePeakDbtp: null, rmsDbfs: null, confidence: 0 });
    const told = VALUE_NAMES.filter((name) => name !== "description");
    expect(Object.keys(features.notApplicable).sort()).toEqual(told.sort());
  });

  it("is a single hit", () => {
    const hit = noise(RATE * 2, 0.8).map((x, n) => x * Math.exp(-n / 3000));
    const { features } = analyze([hit]);
    expect(features.notApplicable.tempo?.code).toBe("no_rhythm");
    expect(features.notApplicable.key?.code).toBe("atonal");
    expect(analyze([hit.subarray(0, RATE / 2)]).features.notApplicable.tempo?.code).toBe("too_short");
  });

  it("is noise, a single held note or a constant", () => {
    expect(analyze([noise(RATE * 6, 0.3)]).features).toMatchObject({ tempo: null, key: null });
    expect(analyze([sine(440, RATE, 6, 0.3)]).features.notApplicable.key?.code).toBe("single_note");
    expect(analyze([new Float32Array(RATE * 2).fill(0.5)]).features).toMatchObject({ tempo: null, key: null });
  });

  it("is a sound shorter than a gating block, whose peaks are measured all the same", () => {
    const { features } = analyze([sine(1000, RATE, 0.1, 0.5)]);
    expect(features.notApplicable.loudness?.code).toBe("too_short");
    expect(features.loudness.samplePeakDbfs).toBeCloseTo(-6.02, 1);
    expect(features.loudness.crestDb).toBeCloseTo(3.01, 1);
  });
});

describe("the engine", () => {
  const music = song(60, 120).subarray(0, RATE * 5);

  it("gives the same result to the last bit however the blocks are cut", () => {
    const channels = [music, music.map((x) => x * 0.5)];
    const expected = analyze(channels, { pictures: true });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60000 }), (block) => {
        expect(analyze(channels, { pictures: true, block })).toEqual(expected);
      }),
      { numRuns: 6, examples: [[1152], [4096], [44099]] },
    );
  }, 30000);

  it("gives only finite numbers for one sample and for none at all", () => {
    for (const samples of [0, 1, 2, 441, 4097]) {
      const { features, pictures } = analyze([new Float32Array(samples).fill(0.25)], { pictures: true });
      expect(JSON.stringify(features)).not.toMatch(/NaN|Infinity/);
      expect(JSON.parse(JSON.stringify(features))).toEqual(features);
      expect(decode(pictures?.spectrogramPng ?? new Uint8Array()).height).toBe(96);
    }
  });

  it("treats samples that are not finite as silence and limits absurd ones", () => {
    const broken = music.map(
      (x, n) => [Number.NaN, Number.POSITIVE_INFINITY, 1e38, Number.NEGATIVE_INFINITY][n % 997] ?? x,
    );
    const { features } = analyze([broken], { pictures: true });
    // Only a sound under 0.4 s has a level without a gate.
    const { ungatedLufs: _, ...loudness } = features.loudness;
    for (const value of [...Object.values(loudness), ...Object.values(features.spectral ?? {}).flat()]) {
      expect(Number.isFinite(value)).toBe(true);
    }
  });

  it("measures only what it is asked for", () => {
    const { features } = analyze([music], { values: ["tempo"] });
    expect(features.tempo?.bpm).toBeCloseTo(120, 0);
    expect(features).toMatchObject({ key: null, spectral: null, notApplicable: {} });
    expect(features.loudness.integratedLufs).toBeNull();
  });

  it("stops when told to", () => {
    const stop = new AbortController();
    const engine = createEngine({ sampleRateHz: RATE, channels: 1, pictures: false, signal: stop.signal });
    engine.push([music]);
    stop.abort();
    expect(() => engine.push([music])).toThrow();
  });

  it("refuses blocks that do not fit", () => {
    const engine = createEngine({ sampleRateHz: RATE, channels: 2, pictures: false });
    expect(() => engine.push([music])).toThrow(RangeError);
    expect(() => engine.push([music, music.subarray(1)])).toThrow(RangeError);
  });

  it("measures a stereo file of equal channels 3.01 LU louder than one of them", () => {
    const mono = analyze([music], { values: ["loudness"] }).features.loudness;
    const stereo = analyze([music, music], { values: ["loudness"] }).features.loudness;
    expect((stereo.integratedLufs ?? 0) - (mono.integratedLufs ?? 0)).toBeCloseTo(3.01, 2);
    expect(stereo.truePeakDbtp).toBe(mono.truePeakDbtp);
  });
});

describe("the pictures", () => {
  it("draw the waveform with its extremes and length", () => {
    const { pictures } = analyze([sine(1000, RATE, 2, 0.5), sine(1000, RATE, 2, 0.25)], { pictures: true });
    const bytes = pictures?.peaks ?? new Uint8Array();
    const { durationSeconds, levels } = decodePeaks(bytes.slice().buffer as ArrayBuffer);
    expect(durationSeconds).toBe(2);
    expect(levels.length).toBeGreaterThan(2);
    for (const level of levels) {
      // The finest points are shorter than a period.
      expect(Math.max(...level.max)).toBeGreaterThanOrEqual(63);
      expect(Math.min(...level.min)).toBeLessThanOrEqual(-63);
      expect(Math.max(...level.max, ...level.min)).toBeLessThanOrEqual(64);
      expect(level.secondsPerPoint * level.min.length).toBeGreaterThanOrEqual(2);
    }
  });

  it("draw a tone as a bright row where its pitch is", () => {
    const { pictures } = analyze([sine(1000, RATE, 2, 0.5)], { pictures: true });
    const { width, height, data, palette } = decode(pictures?.spectrogramPng ?? new Uint8Array());
    expect([width, height]).toEqual([200, 96]);
    expect(palette?.length).toBe(256);
    const column = Array.from({ length: height }, (_, row) => data[row * width + 100] ?? 0);
    const brightest = column.indexOf(Math.max(...column));
    // 15 of the 57 mels between 30 Hz and 16 kHz lie below 1 kHz; rows count from the top.
    expect(Math.abs(height - 1 - brightest - 25)).toBeLessThan(3);
    expect(column[5]).toBe(0);
  });
});

import { describe, expect, it } from "vitest";
import { RealFft } from "@/lib/dsp/transform/fft";
import { FrameSlicer } from "@/lib/dsp/transform/frames";
import { unitHannWindow } from "@/lib/dsp/transform/windows";
import { ChromaTimeline } from "./chroma-timeline";
import { HpcpExtractor } from "./hpcp";
import { estimateKey } from "./key";
import { PITCH_FFT_SIZE, PITCH_HOP } from "./pitch-transform";

const RATE_HZ = 11025;
const CHORD_SECONDS = 0.6;
const PARTIALS = 4;

/** Triads, one after another, over their roots as a bass; pitches are MIDI notes. */
function progression(chords: { bass: number; notes: number[] }[]): Float32Array {
  const length = Math.round(CHORD_SECONDS * RATE_HZ);
  const out = new Float32Array(length * chords.length);
  chords.forEach(({ bass, notes }, index) => {
    for (const [pitch, gain] of [[bass, 0.25] as const, ...notes.map((note) => [note, 0.1] as const)]) {
      for (let partial = 1; partial <= PARTIALS; partial++) {
        const step = (2 * Math.PI * 440 * 2 ** ((pitch - 69) / 12) * partial) / RATE_HZ;
        for (let i = 0; i < length; i++) out[index * length + i] += (gain / partial ** 1.5) * Math.sin(step * i);
      }
    }
  });
  return out;
}

function keyOf(signal: Float32Array): string {
  const fft = new RealFft(PITCH_FFT_SIZE);
  const window = unitHannWindow(PITCH_FFT_SIZE);
  const power = new Float64Array(fft.bins);
  const hpcp = new HpcpExtractor(RATE_HZ, PITCH_FFT_SIZE);
  const timeline = new ChromaTimeline();
  const slicer = new FrameSlicer(PITCH_FFT_SIZE, PITCH_HOP, (buffer, offset) => {
    fft.power(buffer, offset, window, power);
    hpcp.add(power, timeline.frame);
    timeline.advance();
  });
  slicer.push(signal);
  slicer.finish();
  const estimate = estimateKey(timeline.finish());
  const [best] = estimate.found ? estimate.readings : [];
  return best ? `${best.tonic} ${best.mode}` : "none";
}

/** I IV V I or i iv V i in a key, the bass in the octave from `lowest`, all moved by octaves. */
function cadence(tonic: number, mode: "major" | "minor", bassFrom: number, octaves: number): Float32Array {
  const third = mode === "major" ? 4 : 3;
  const chords = [
    [0, third],
    [5, third],
    [7, 4],
    [0, third],
  ] as const;
  const moved = 12 * octaves;
  return progression(
    chords.map(([root, size]) => {
      const note = 60 + ((tonic + root) % 12) + moved;
      return { bass: bassFrom + ((tonic + root) % 12) + moved, notes: [note, note + size, note + 7] };
    }),
  );
}

/** Of the 24 keys, those not heard as they are with the bass in the octave from a pitch and all moved by octaves. */
function misheard(bassFrom: number, octaves: number): string[] {
  const keys = Array.from({ length: 12 }, (_, tonic) => [`${tonic} major`, `${tonic} minor`] as const).flat();
  return keys.filter((key) => {
    const [tonic, mode] = key.split(" ");
    return keyOf(cadence(Number(tonic), mode === "major" ? "major" : "minor", bassFrom, octaves)) !== key;
  });
}

describe("estimateKey of audio", () => {
  it("finds the same key an octave lower and higher", () => {
    expect([-1, 0, 1].flatMap((octaves) => misheard(36, octaves))).toEqual([]);
  }, 60_000);

  it("finds nearly every key if the bass leaves the range of a bass", () => {
    expect(misheard(48, 0)).toEqual([]);
    expect(misheard(48, 1).length).toBeLessThanOrEqual(2);
  }, 60_000);
});

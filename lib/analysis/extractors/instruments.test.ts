import { describe, expect, it } from "vitest";
import { INSTRUMENTS, instrumentsValue } from "@/lib/analysis/record/values/instruments";
import type { SoundKind } from "@/lib/analysis/record/values/kind";
import { concatenate, noise, sine } from "@/lib/dsp/testing/test-signals";
import { InstrumentsListener } from "./instruments";

const RATE_HZ = 44_100;
const single: SoundKind = { label: "one-shot", confidence: 0.9 };
const loop: SoundKind = { label: "loop", confidence: 0.9 };

function heard(signal: Float32Array, kind: SoundKind | null, block = 4096) {
  const listener = new InstrumentsListener(RATE_HZ);
  for (let at = 0; at < signal.length; at += block) {
    const piece = signal.subarray(at, at + block);
    listener.onAnalysisSignal(piece, piece.length);
  }
  return listener.finish(kind);
}

/** A tone that falls from 180 to 50 Hz and dies away, as the bass drum of a drum machine. */
const kick = Float32Array.from({ length: RATE_HZ / 2 }, (_, i) => {
  const t = i / RATE_HZ;
  const turns = 50 * t + (130 / 40) * (1 - Math.exp(-40 * t));
  return 0.9 * Math.sin(2 * Math.PI * turns) * Math.exp(-9 * t);
});
/** High-passed noise that is over in no time: each sample less the one before. */
const hat = noise(4000, 0.6).map((x, i, all) => (x - (all[i - 1] ?? 0)) * Math.exp((-90 * i) / RATE_HZ));

describe("the instruments of a sound", () => {
  it("include a bass drum and a closed hat", () => {
    expect(heard(kick, single).value?.[0]?.label).toBe("kick");
    expect(heard(hat, single).value?.[0]?.label).toBe("hi-hat");
  });

  it("stay the same however loud the sound is and wherever it begins", () => {
    const plain = heard(kick, single).value;
    for (const gain of [0.001, 0.1, 0.5])
      expect(
        heard(
          kick.map((x) => x * gain),
          single,
        ).value?.[0]?.label,
      ).toBe(plain?.[0]?.label);
    expect(heard(concatenate(new Float32Array(RATE_HZ), kick), single).value?.[0]?.label).toBe(plain?.[0]?.label);
  });

  it("do not depend on how the signal is cut into blocks", () => {
    expect(heard(kick, single, 100)).toEqual(heard(kick, single, 5000));
    const pattern = concatenate(kick, hat, kick, hat, kick, hat);
    expect(heard(pattern, loop, 77)).toEqual(heard(pattern, loop, 4096));
  });

  it("include the drums of a loop", () => {
    const gap = new Float32Array(6000);
    const bar = concatenate(kick, hat, gap, hat, gap, hat, gap);
    const labels = heard(concatenate(bar, bar, bar, bar), loop).value?.map(({ label }) => label) ?? [];
    expect(labels).toContain("kick");
  });

  it("are absent in silence, with a reason", () => {
    expect(heard(new Float32Array(RATE_HZ), null)).toMatchObject({ value: null, absent: { code: "silence" } });
    expect(heard(new Float32Array(RATE_HZ), single)).toMatchObject({ value: null, absent: { code: "silence" } });
    expect(heard(new Float32Array(0), loop)).toMatchObject({ value: null, absent: { code: "silence" } });
  });

  it("are known labels, most certain first, whatever the signal", () => {
    const odd = [
      Float32Array.of(0.5),
      noise(441),
      noise(3 * RATE_HZ),
      new Float32Array(RATE_HZ).fill(0.2),
      sine(1000, RATE_HZ, 30),
    ];
    for (const signal of odd) {
      for (const kind of [single, loop, { label: "track", confidence: 0.4 } as const]) {
        const value = instrumentsValue.schema.parse(heard(signal, kind).value);
        expect(value.every(({ label }) => INSTRUMENTS.includes(label))).toBe(true);
        expect(value).toEqual([...value].sort((a, b) => b.confidence - a.confidence));
      }
    }
  });
});

import { describe, expect, it } from "vitest";
import { frequencyMarks, melPosition } from "./mel-axis";

describe("frequencies beside the spectrogram", () => {
  it("lie on the mel scale: straight below 1 kHz, closer together above", () => {
    expect(melPosition(30, 30, 16_000)).toBe(0);
    expect(melPosition(16_000, 30, 16_000)).toBe(1);
    const step = (from: number, to: number) => melPosition(to, 30, 16_000) - melPosition(from, 30, 16_000);
    expect(step(200, 400)).toBeCloseTo(step(600, 800), 10);
    expect(step(8000, 8200)).toBeLessThan(step(200, 400) / 2);
  });

  it("stay inside the picture and keep apart", () => {
    const marks = frequencyMarks(30, 16_000);
    expect(marks.length).toBeGreaterThanOrEqual(4);
    for (const [index, mark] of marks.entries()) {
      expect(mark.position).toBeGreaterThan(0);
      expect(mark.position).toBeLessThan(1);
      if (index > 0) expect(mark.position - (marks[index - 1]?.position ?? 0)).toBeGreaterThanOrEqual(0.13);
    }
  });

  it("end where the spectrum of the file ends", () => {
    expect(frequencyMarks(30, 4000).map((mark) => mark.label)).not.toContain("8 kHz");
  });
});

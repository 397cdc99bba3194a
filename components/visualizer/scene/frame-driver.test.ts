import { describe, expect, it } from "vitest";
import { testPiece } from "@/components/visualizer/engine/test-piece";
import { FrameDriver } from "./frame-driver";

/** Plays from a position at so many frames a second, with frames of uneven length. */
function played(fps: number, { from = 0, to = 7.9, rate = 1 } = {}) {
  let position = from;
  const beats: { index: number; at: number }[] = [];
  const playhead = { seconds: () => position, isPlaying: () => true, tempo: () => rate, analyser: () => null };
  const piece = testPiece();
  const driver = new FrameDriver(piece, playhead, false, (index, at) => beats.push({ index, at }));
  for (let frame = 0; position < to; frame += 1) {
    const delta = (1 + 0.2 * Math.sin(frame)) / fps;
    position += delta * rate;
    driver.next(delta);
  }
  return { beats, piece };
}

describe("a beat", () => {
  it.each([144, 60, 30, 22])("is shown within 25 ms of where the analysis found it, at %d frames a second", (fps) => {
    const { beats, piece } = played(fps);
    expect(beats.map(({ index }) => index)).toEqual(piece.beats.map((_, index) => index));
    for (const { index, at } of beats.slice(1)) expect(Math.abs(at - (piece.beats[index] ?? 9))).toBeLessThan(0.025);
  });

  it("is shown in time after a seek and at another rate", () => {
    const rate = 2;
    const { beats, piece } = played(30, { from: 3.1, rate });
    for (const { index, at } of beats.slice(1))
      expect(Math.abs(at - (piece.beats[index] ?? 9)) / rate).toBeLessThan(0.025);
    expect(beats[1]?.index).toBe(7);
  });

  it("is not told while nothing plays", () => {
    const beats: number[] = [];
    const playhead = { seconds: () => 2, isPlaying: () => false, tempo: () => 1, analyser: () => null };
    new FrameDriver(testPiece(), playhead, false, (index) => beats.push(index)).next(0);
    expect(beats).toEqual([]);
  });
});

describe("what is heard", () => {
  it("counts before what is stored, once something is heard", () => {
    let level = Number.NEGATIVE_INFINITY;
    const analyser = {
      ...{ frequencyBinCount: 2048, context: { sampleRate: 48_000 } as BaseAudioContext },
      getFloatFrequencyData: (into: Float32Array) => void into.fill(level),
    };
    const playhead = { seconds: () => 2, isPlaying: () => true, tempo: () => 1, analyser: () => analyser };
    const driver = new FrameDriver(testPiece(), playhead, false, () => undefined);
    expect(driver.next(0.016).spectrum[20]).toBeCloseTo(100 / 255, 5);
    level = -22;
    expect(driver.next(0.016).spectrum[20]).toBe(1);
  });
});

it("in calm mode nothing flashes, and beats are still told", () => {
  let position = 0;
  let beats = 0;
  const playhead = { seconds: () => position, isPlaying: () => true, tempo: () => 1, analyser: () => null };
  const driver = new FrameDriver(testPiece(), playhead, true, () => {
    beats += 1;
  });
  for (; position < 4; position += 0.016) expect(driver.next(0.016).pulse).toBe(0);
  expect(beats).toBe(8);
});

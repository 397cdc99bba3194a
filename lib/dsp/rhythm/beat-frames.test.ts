import { describe, expect, it } from "vitest";
import { BEAT_FRAME_LAYOUT, BeatFrames } from "./beat-frames";

const CENTRES = [40, 100, 200, 300, 500, 900, 2000, 5000, 9000];
const WIDTH = BEAT_FRAME_LAYOUT.size;
const levels = (at: number, value = 1) => Float64Array.from(CENTRES, (_, band) => (band === at ? value : 0));
const none = new Float64Array(CENTRES.length);

function rowsOf(frames: { rise: Float64Array; level: Float64Array }[]): number[][] {
  const made = new BeatFrames(CENTRES);
  for (const { rise, level } of frames) made.push(rise, level);
  const values = Array.from(made.view());
  return Array.from({ length: values.length / WIDTH }, (_, row) => values.slice(row * WIDTH, (row + 1) * WIDTH));
}
const column = (name: string) => BEAT_FRAME_LAYOUT.names.indexOf(name);

describe("beat frames", () => {
  it("are one row for two onset frames, however many there are", () => {
    const frames = Array.from({ length: 5001 }, () => ({ rise: none, level: none }));
    expect(rowsOf(frames).length).toBe(2500);
  });

  it("show a rise in its band, and the level that stays", () => {
    const [first, second] = rowsOf([
      { rise: levels(2, 4), level: levels(2) },
      { rise: none, level: levels(2) },
      { rise: none, level: levels(2) },
      { rise: none, level: levels(2) },
    ]) as [number[], number[]];
    expect(first[column("rise.to 250 Hz")]).toBe(2);
    expect(second[column("rise.to 250 Hz")]).toBe(0);
    expect(second[column("level.to 250 Hz")]).toBe(1);
    expect(first.filter((value, i) => BEAT_FRAME_LAYOUT.names[i]?.startsWith("rise") && value !== 0)).toHaveLength(1);
  });

  it("show a change of harmony while it is new, and none while a chord is held", () => {
    const held = (band: number) => Array.from({ length: 80 }, () => ({ rise: none, level: levels(band) }));
    const change = rowsOf([...held(3), ...held(5)]).map((row) => row[column("change.harmony now")] as number);
    expect(change[30]).toBeCloseTo(0, 9);
    expect(Math.max(...change.slice(40, 50))).toBeCloseTo(1, 1);
    expect(change[75]).toBeCloseTo(0, 9);
  });
});

import { describe, expect, it } from "vitest";
import { decodeBars, FOLLOWED } from "./bar-decoding";

const BEATS = 32;
const rows = Array.from({ length: BEATS }, (_, beat) => 10 + 25 * beat);
const nothing = new Float32Array(BEATS * 25 + 40).fill(-4);
const unknown = () => Math.log(1 / 7);

/** What a network hears that hears downbeats on these beats. */
function hearing(beats: readonly number[]) {
  const downbeat = Float32Array.from(nothing);
  for (const beat of beats) downbeat[rows[beat] as number] = 2;
  return { downbeat };
}
const every = (length: number, from: number) =>
  Array.from({ length: BEATS }, (_, beat) => beat).filter((beat) => beat % length === from);

describe("decoded bars", () => {
  it.each([
    [3, 0],
    [3, 2],
    [4, 1],
    [4, 3],
  ])("of %d beats from beat %d are those that are heard", (length, from) => {
    const bars = decodeBars(hearing(every(length, from)), rows, [3, 4], unknown, FOLLOWED);
    expect(bars.beatsPerBar).toBe(length);
    expect(bars.downbeats).toEqual(every(length, from));
  });

  it("begin anew after a bar that lost a beat", () => {
    const heard = [...every(4, 0).filter((beat) => beat < 16), ...every(4, 3).filter((beat) => beat > 16)];
    const bars = decodeBars(hearing(heard), rows, [3, 4], unknown, FOLLOWED);
    expect(bars.beatsPerBar).toBe(4);
    expect(bars.downbeats).toEqual(heard);
  });

  it("are those that are known where what is heard is undecided", () => {
    const known = ({ beatsPerBar, downbeat }: { beatsPerBar: number; downbeat: number }) =>
      beatsPerBar === 3 && downbeat === 1 ? -0.01 : -9;
    const undecided = { downbeat: nothing.map(() => -0.6) };
    const bars = decodeBars(undecided, rows, [3, 4], known, FOLLOWED);
    expect(bars.beatsPerBar).toBe(3);
    expect(bars.downbeats).toEqual(every(3, 1));
  });
});

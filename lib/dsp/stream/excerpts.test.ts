import { describe, expect, it } from "vitest";
import { Excerpts } from "./excerpts";

/** A ramp, so that a value says where it was. */
const ramp = (length: number) => Float32Array.from({ length }, (_, i) => i);
const startsOf = (excerpts: Excerpts) => excerpts.finish().map((excerpt) => excerpt[0]);

describe("excerpts", () => {
  it("are an even number, so that half of them can be dropped", () => {
    expect(() => new Excerpts(10, 3)).toThrow(RangeError);
  });

  it("are the whole of a short signal, its end filled up with silence", () => {
    const excerpts = new Excerpts(10, 4);
    excerpts.push(ramp(27), 27);
    expect(startsOf(excerpts)).toEqual([0, 10, 20]);
    expect([...(excerpts.finish()[2] ?? [])].slice(5)).toEqual([25, 26, 0, 0, 0]);
  });

  it("leave out a last piece that is less than half, unless there is nothing else", () => {
    const excerpts = new Excerpts(10, 4);
    excerpts.push(ramp(12), 12);
    expect(startsOf(excerpts)).toEqual([0]);
    const tiny = new Excerpts(10, 4);
    tiny.push(ramp(3), 3);
    expect(tiny.finish()).toHaveLength(1);
  });

  it("are evenly spread over a signal of any length, and never more than asked for", () => {
    const excerpts = new Excerpts(10, 4);
    excerpts.push(ramp(1000), 1000);
    expect(startsOf(excerpts)).toEqual([0, 320, 640, 960]);
  });

  it("do not depend on how the signal was cut", () => {
    const whole = new Excerpts(7, 6);
    whole.push(ramp(500), 500);
    const cut = new Excerpts(7, 6);
    for (let i = 0; i < 500; i += 13) {
      const piece = ramp(500).subarray(i, Math.min(500, i + 13));
      cut.push(piece, piece.length);
    }
    expect(cut.finish()).toEqual(whole.finish());
  });
});

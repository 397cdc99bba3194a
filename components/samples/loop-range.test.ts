import { describe, expect, it } from "vitest";
import { loopFrom, loopUntil } from "./loop-range";

const loop = { startSeconds: 2, endSeconds: 4 };

describe("setting the ends of a loop", () => {
  it("keeps the other end if it is on the right side", () => {
    expect(loopFrom(3, loop, 10)).toEqual({ startSeconds: 3, endSeconds: 4 });
    expect(loopUntil(3, loop)).toEqual({ startSeconds: 2, endSeconds: 3 });
  });

  it("reaches to the end or the beginning of the recording otherwise", () => {
    expect(loopFrom(5, loop, 10)).toEqual({ startSeconds: 5, endSeconds: 10 });
    expect(loopUntil(1, loop)).toEqual({ startSeconds: 0, endSeconds: 1 });
    expect(loopFrom(5, null, 10)).toEqual({ startSeconds: 5, endSeconds: 10 });
    expect(loopUntil(5, null)).toEqual({ startSeconds: 0, endSeconds: 5 });
  });

  it("makes no loop that is too short to hear", () => {
    expect(loopFrom(3.99, loop, 10)).toBeNull();
    expect(loopUntil(0, null)).toBeNull();
  });
});

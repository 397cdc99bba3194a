import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { byteRange } from "./byte-range";

describe("a range of bytes", () => {
  it.each([
    ["bytes=0-", { first: 0, last: 99 }],
    ["bytes=10-19", { first: 10, last: 19 }],
    ["bytes=90-500", { first: 90, last: 99 }],
    ["bytes=-10", { first: 90, last: 99 }],
    ["bytes=-500", { first: 0, last: 99 }],
    ["bytes=100-", "beyond"],
    ["bytes=-0", "beyond"],
    ["bytes=5-3", null],
    ["bytes=0-1,5-6", null],
    ["bytes=-", null],
    ["items=0-1", null],
    [null, null],
  ])("%j of 100 is %j", (header, expected) => {
    expect(byteRange(header, 100)).toEqual(expected);
  });

  it("is never outside the object", () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(), fc.nat(), fc.nat(), (junk, from, to, size) => {
        for (const header of [junk, `bytes=${from}-${to}`, `bytes=${from}-`, `bytes=-${to}`]) {
          const span = byteRange(header, size);
          if (span === null || span === "beyond") continue;
          expect(span.first).toBeGreaterThanOrEqual(0);
          expect(span.last).toBeLessThan(size);
          expect(span.first).toBeLessThanOrEqual(span.last);
        }
      }),
    );
  });
});

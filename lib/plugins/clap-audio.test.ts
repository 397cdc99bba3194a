import fc from "fast-check";
import { expect, it } from "vitest";
import { excerptStarts } from "./clap-audio";
import { CLAP_LISTENED_SECONDS, CLAP_WINDOW_SECONDS } from "./constants";

it("takes one excerpt from the start of a short sound and three from a long one", () => {
  expect(excerptStarts(0.5)).toEqual([0]);
  expect(excerptStarts(60)).toEqual([7.5, 25, 42.5]);
});

it("takes excerpts that are inside the file and do not overlap", () => {
  fc.assert(
    fc.property(fc.double({ min: CLAP_WINDOW_SECONDS, max: 40_000, noNaN: true }), (seconds) => {
      const starts = excerptStarts(seconds);
      for (const [index, start] of starts.entries()) {
        const next = starts[index + 1] ?? Math.min(seconds, CLAP_LISTENED_SECONDS);
        expect(start).toBeGreaterThanOrEqual(0);
        expect(start + CLAP_WINDOW_SECONDS).toBeLessThanOrEqual(next + 1e-6);
      }
    }),
  );
});

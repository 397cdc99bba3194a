import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isSlug, slugOf } from "./slug";

describe("a slug", () => {
  it.each([
    ["Café del Mar (128 BPM)", /^cafe-del-mar-128-bpm-[a-z0-9]{6}$/],
    ["東京", /^sound-[a-z0-9]{6}$/],
    ["x".repeat(500), /^x{60}-[a-z0-9]{6}$/],
  ])("of %j", (title, shape) => {
    expect(slugOf(title)).toMatch(shape);
  });

  it("is one whatever the title is, and never the same", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (title) => isSlug(slugOf(title))));
    expect(new Set(Array.from({ length: 500 }, () => slugOf("kick"))).size).toBe(500);
  });

  it("is nothing that leads elsewhere", () => {
    for (const text of ["", "../x", "a--b", "A", "a/b", "a".repeat(101)]) expect(isSlug(text)).toBe(false);
  });
});

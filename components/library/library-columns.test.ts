import { describe, expect, it } from "vitest";
import { gridCommand, indexAfter } from "./grid-keys";
import { keyOrder } from "./library-columns";

describe("sorting by key", () => {
  it("goes round the Camelot wheel, minor before its relative major", () => {
    const order = (keyTonic: number, keyMode: "major" | "minor") => keyOrder({ keyTonic, keyMode }) ?? 0;
    expect(order(9, "minor")).toBeLessThan(order(0, "major"));
    expect(order(0, "major")).toBeLessThan(order(4, "minor"));
    expect(keyOrder({ keyTonic: null, keyMode: null })).toBeUndefined();
  });
});

describe("moving through the rows", () => {
  it("stays inside the list", () => {
    expect(indexAfter("up", 0, 5)).toBe(0);
    expect(indexAfter("page_down", 2, 5)).toBe(4);
    expect(indexAfter("last", 0, 5)).toBe(4);
  });

  it("has keys for preview, opening and deleting, and leaves the others to the page", () => {
    expect([" ", "Enter", "Delete"].map(gridCommand)).toEqual(["preview", "open", "delete"]);
    expect(gridCommand("q")).toBeNull();
  });
});

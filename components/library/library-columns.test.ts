import { describe, expect, it } from "vitest";
import { keyOrder } from "./library-columns";

describe("sorting by key", () => {
  it("follows the Camelot wheel, with each minor key before its relative major", () => {
    const order = (keyTonic: number, keyMode: "major" | "minor") => keyOrder({ keyTonic, keyMode }) ?? 0;
    expect(order(9, "minor")).toBeLessThan(order(0, "major"));
    expect(order(0, "major")).toBeLessThan(order(4, "minor"));
    expect(keyOrder({ keyTonic: null, keyMode: null })).toBeUndefined();
  });
});

import { describe, expect, it } from "vitest";
import { defaultFloorBytes } from "./disk-floor";

const GIB = 1024 ** 3;

describe("the space that stays free", () => {
  it("is 1 GiB, and less on a small disk", () => {
    expect(defaultFloorBytes({ totalBytes: 500 * GIB })).toBe(GIB);
    expect(defaultFloorBytes({ totalBytes: 10 * GIB })).toBe(GIB / 2);
  });
});

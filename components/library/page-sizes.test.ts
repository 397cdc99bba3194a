import { describe, expect, it } from "vitest";
import { PageSizes } from "./page-sizes";

describe("pages of a list", () => {
  it("are equal but for the last", () => {
    const sizes = new PageSizes(450, 200);
    expect([0, 1, 2].map((page) => sizes.sizeOf(page))).toEqual([200, 200, 50]);
    expect(sizes.total).toBe(450);
    expect([0, 199, 200, 449].map((index) => sizes.pageOf(index))).toEqual([0, 0, 1, 2]);
  });

  it("move up behind a row that leaves, also where a page is empty", () => {
    const sizes = new PageSizes(6, 2);
    sizes.shrink(1, 2);
    expect(sizes.total).toBe(4);
    expect(sizes.startOf(2)).toBe(2);
    expect([0, 1, 2, 3].map((index) => sizes.pageOf(index))).toEqual([0, 0, 2, 2]);
  });

  it("are none in an empty list", () => {
    expect(new PageSizes(0, 200).total).toBe(0);
  });
});

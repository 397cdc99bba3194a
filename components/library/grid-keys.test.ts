import { describe, expect, it } from "vitest";
import { indexAfter } from "./grid-keys";

const table = { count: 30, perLine: 1, linesInView: 10 };
const cards = { count: 30, perLine: 4, linesInView: 3 };

describe("moving through the rows", () => {
  it("goes to the neighbours, by screens and to the ends", () => {
    expect(indexAfter("up", 3, table)).toBe(2);
    expect(indexAfter("down", 3, table)).toBe(4);
    expect(indexAfter("page_up", 13, table)).toBe(3);
    expect(indexAfter("page_down", 3, table)).toBe(13);
    expect(indexAfter("first", 3, table)).toBe(0);
    expect(indexAfter("last", 3, table)).toBe(29);
  });

  it("stays inside the list", () => {
    expect(indexAfter("up", 0, table)).toBe(0);
    expect(indexAfter("down", 29, table)).toBe(29);
    expect(indexAfter("page_down", 25, table)).toBe(29);
  });

  it("goes line by line and card by card among cards", () => {
    expect(indexAfter("down", 3, cards)).toBe(7);
    expect(indexAfter("right", 3, cards)).toBe(4);
    expect(indexAfter("down", 28, cards)).toBe(28);
    expect(indexAfter("page_down", 3, cards)).toBe(15);
  });
});

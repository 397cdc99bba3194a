import { describe, expect, it } from "vitest";
import { gridCommand, indexAfter, isMove } from "./grid-keys";

describe("moving through the rows", () => {
  it("goes to the neighbours, by pages and to the ends", () => {
    expect(indexAfter("up", 3, 30)).toBe(2);
    expect(indexAfter("down", 3, 30)).toBe(4);
    expect(indexAfter("page_up", 13, 30)).toBe(3);
    expect(indexAfter("page_down", 3, 30)).toBe(13);
    expect(indexAfter("first", 3, 30)).toBe(0);
    expect(indexAfter("last", 3, 30)).toBe(29);
  });

  it("stays inside the list", () => {
    expect(indexAfter("up", 0, 5)).toBe(0);
    expect(indexAfter("down", 4, 5)).toBe(4);
    expect(indexAfter("page_down", 2, 5)).toBe(4);
  });
});

describe("keys", () => {
  it("play, open, delete and select, and leave all other keys to the page", () => {
    expect([" ", "Enter", "Delete", "x"].map(gridCommand)).toEqual(["preview", "open", "delete", "select"]);
    expect(gridCommand("q")).toBeNull();
  });

  it("are told apart into moves and actions", () => {
    expect(isMove("page_up")).toBe(true);
    expect(isMove("delete")).toBe(false);
  });
});

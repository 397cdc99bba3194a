import { describe, expect, it } from "vitest";
import { gridCommand, indexAfter, isMove } from "./grid-keys";

const plain = { ctrlKey: false, metaKey: false, altKey: false };
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

describe("keys", () => {
  const commandOf = (key: string) => gridCommand({ ...plain, key });

  it("play, open, delete and select, and leave all other keys to the page", () => {
    expect([" ", "Enter", "Delete", "X", "s", "?"].map(commandOf)).toEqual([
      ...["play", "open", "delete", "select", "similar", "help"],
    ]);
    expect(commandOf("q")).toBeNull();
  });

  it("with Ctrl are the browser's, except to select everything", () => {
    expect(gridCommand({ ...plain, key: "a", ctrlKey: true })).toBe("select_all");
    expect(gridCommand({ ...plain, key: "f", ctrlKey: true })).toBeNull();
    expect(gridCommand({ ...plain, key: "ArrowLeft", altKey: true })).toBeNull();
  });

  it("seek in a table and move among cards", () => {
    expect(commandOf("ArrowRight")).toBe("forward");
    expect(gridCommand({ ...plain, key: "ArrowRight" }, true)).toBe("right");
    expect(gridCommand({ ...plain, key: "l" }, true)).toBe("forward");
  });

  it("are told apart into moves and actions", () => {
    expect(isMove("page_up")).toBe(true);
    expect(isMove("delete")).toBe(false);
  });
});

import { describe, expect, it } from "vitest";
import { folderCommand, folderLines, parentsOf } from "./folder-lines";

const folder = (path: string, hasFolders = false) => ({ name: path, path, count: 1, hasFolders });
const levels = new Map([
  ["", { folders: [folder("drums", true), folder("pads")], nextCursor: "more" }],
  ["drums", { folders: [folder("drums/kicks")], nextCursor: null }],
]);
const lines = folderLines(levels, new Set(["drums"]));

describe("the tree of folders", () => {
  it("shows what is open, and where there are more", () => {
    expect(lines.map(({ folder: { path }, level, moreOf }) => [path, level, moreOf])).toEqual([
      ["drums", 1, null],
      ["drums/kicks", 2, null],
      ["pads", 1, ""],
    ]);
    expect(parentsOf("drums/kicks/808")).toEqual(["drums", "drums/kicks"]);
  });

  it("is walked by the arrow keys", () => {
    const command = (key: string, at: number, isOpen = false) => folderCommand(key, { lines, at, isOpen });
    expect(command("ArrowDown", 0)).toEqual({ kind: "focus", path: "drums/kicks" });
    expect(command("ArrowLeft", 1)).toEqual({ kind: "focus", path: "drums" });
    expect(command("ArrowLeft", 0, true)).toEqual({ kind: "close", path: "drums" });
    expect(command("ArrowRight", 0)).toEqual({ kind: "open", path: "drums" });
    expect(command("Enter", 2)).toEqual({ kind: "choose", path: "pads" });
    expect(command("q", 0)).toBeNull();
  });
});

import { describe, expect, it } from "vitest";
import { columnsText, movedColumn, readColumns, usualColumns } from "./columns";

describe("columns", () => {
  it("of nobody in particular are those that there is room for", () => {
    expect(usualColumns(700)).toEqual(["wave", "bpm", "key"]);
    expect(usualColumns(1400)).toContain("addedAt");
    expect(usualColumns(200)).toEqual([]);
  });

  it("are read as they were written, without those that there are not", () => {
    expect(readColumns(columnsText(["key", "wave"], { wave: 200.4 }))).toEqual({
      shown: ["key", "wave"],
      widths: { wave: 200 },
    });
    expect(readColumns("bpm,constructor,bpm,key:9")).toEqual({ shown: ["bpm", "key"], widths: {} });
    expect(readColumns("")).toBeNull();
  });

  it("move by places and stop at the ends", () => {
    expect(movedColumn(["wave", "bpm", "key"], "key", -1)).toEqual(["wave", "key", "bpm"]);
    expect(movedColumn(["wave", "bpm", "key"], "wave", -1)).toEqual(["wave", "bpm", "key"]);
    expect(movedColumn(["wave", "bpm", "key"], "wave", 9)).toEqual(["bpm", "key", "wave"]);
  });
});

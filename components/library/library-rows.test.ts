import { describe, expect, it } from "vitest";
import type { SampleRow } from "@/lib/samples/schema";
import { changeRows, type LibraryChange, libraryRows } from "./library-rows";

const row = (id: string, status: SampleRow["status"] = "completed") => ({ id, status }) as SampleRow;
const rowsAfter = (start: SampleRow[], ...changes: LibraryChange[]) =>
  changes.reduce(changeRows, libraryRows(start)).rows.map(({ id, status }) => `${id} ${status}`);

describe("live changes", () => {
  it("replace a row in place and put new rows first", () => {
    const change: LibraryChange = {
      type: "fetched",
      ids: ["b", "n"],
      rows: [row("b", "failed"), row("n", "uploaded")],
    };
    expect(rowsAfter([row("a"), row("b")], change)).toEqual(["n uploaded", "a completed", "b failed"]);
  });

  it("remove a row that no longer exists", () => {
    expect(rowsAfter([row("a"), row("b")], { type: "fetched", ids: ["a"], rows: [] })).toEqual(["b completed"]);
  });
});

describe("deleting", () => {
  it("hides a row at once, even if a late answer still contains it", () => {
    const gone: LibraryChange = { type: "removed", ids: ["a"] };
    const late: LibraryChange = { type: "fetched", ids: ["a"], rows: [row("a")] };
    const reloaded: LibraryChange = { type: "reloaded", rows: [row("a"), row("b")] };
    expect(rowsAfter([row("a"), row("b")], gone, late, reloaded)).toEqual(["b completed"]);
  });

  it("shows a restored row again, and its later changes", () => {
    const gone: LibraryChange = { type: "removed", ids: ["a"] };
    const back: LibraryChange = { type: "restored", rows: [row("a")] };
    const news: LibraryChange = { type: "fetched", ids: ["a"], rows: [row("a", "failed")] };
    expect(rowsAfter([row("a"), row("b")], gone, back, news)).toEqual(["a failed", "b completed"]);
  });

  it("believes an answer again that has a row which another page restored", () => {
    const gone: LibraryChange = { type: "removed", ids: ["a", "b"] };
    const news: LibraryChange = { type: "fetched", ids: ["a", "b"], rows: [row("a"), row("b")] };
    const returned = (ids: string[] | null): LibraryChange => ({ type: "returned", ids });
    expect(rowsAfter([row("a"), row("b")], gone, returned(["a"]), news)).toEqual(["a completed"]);
    expect(rowsAfter([row("a"), row("b")], gone, returned(null), news)).toHaveLength(2);
  });
});

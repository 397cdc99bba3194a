import { describe, expect, it } from "vitest";
import type { BulkEdit } from "@/lib/bulk-edits/schema";
import { resultTexts, undoneText } from "./bulk-edit-text";

const edit = (more: Partial<BulkEdit>): BulkEdit => ({
  ...{ id: "e", state: "ended", changes: { kind: "loop" }, total: 3, results: {}, undoResults: {} },
  ...{ createdAt: "", endedAt: "", undoneAt: null },
  ...more,
});

describe("a bulk edit in words", () => {
  it("says what became of the samples, and nothing of results that nobody had", () => {
    expect(resultTexts(edit({ results: { changed: 1200, unchanged: 1, no_tempo: 2 } }))).toEqual([
      "1,200 samples changed.",
      "1 sample already as asked.",
      "2 samples without a tempo to multiply.",
    ]);
  });

  it("says how many were left because they were changed since", () => {
    expect(undoneText(edit({ undoResults: { restored: 5, changed_since: 2 } }))).toEqual({
      title: "Undone for 5 samples",
      description: "2 left as they are: they were changed since.",
    });
    expect(undoneText(edit({ undoResults: { changed_since: 2 } })).title).toBe("Nothing was undone");
  });
});

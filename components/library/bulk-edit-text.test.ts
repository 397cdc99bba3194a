import { describe, expect, it } from "vitest";
import type { BulkEdit } from "@/lib/bulk-edits/schema";
import { ENGLISH } from "@/lib/language/text";
import { doneTexts, refusalsOf, undoneText } from "./bulk-edit-text";

const edit = (more: Partial<BulkEdit>): BulkEdit => ({
  ...{ id: "e", state: "ended", changes: { kind: "loop" }, total: 3, results: {}, undoResults: {} },
  ...{ createdAt: "", endedAt: "", undoneAt: null },
  ...more,
});

describe("a bulk edit in words", () => {
  it("says what became of the samples, and nothing of results that nobody had", () => {
    const ended = edit({ total: 1203, results: { changed: 1200, unchanged: 1, no_tempo: 2 } });
    expect(doneTexts(ended, ENGLISH)).toEqual(["1,200 samples changed.", "1 sample already as asked."]);
    expect(refusalsOf(ended, ENGLISH)).toEqual([
      { result: "no_tempo", count: 2, text: "2 samples without a tempo to multiply." },
    ]);
  });

  it("says it if nothing was changed, and if some were not one's own", () => {
    const refused = edit({ total: 2, results: { too_many_tags: 1, not_found: 1 } });
    expect(doneTexts(refused, ENGLISH, 5)).toEqual(["0 samples changed.", "3 samples left out: not in your library."]);
    expect(refusalsOf(refused, ENGLISH).map(({ result }) => result)).toEqual(["too_many_tags", "not_found"]);
  });

  it("says how many were left because they were changed since", () => {
    expect(undoneText(edit({ undoResults: { restored: 5, changed_since: 2 } }), ENGLISH)).toEqual({
      title: "Undone for 5 samples",
      description: "2 left as they are: they were changed since.",
    });
    expect(undoneText(edit({ undoResults: { changed_since: 2 } }), ENGLISH).title).toBe("Nothing was undone");
  });
});

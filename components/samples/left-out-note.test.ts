import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import type { AnalysisRecord } from "@/lib/analysis/record/schema";
import { LeftOutNote } from "./left-out-note";

const noteOf = (partial: AnalysisRecord["partial"]) =>
  renderToStaticMarkup(createElement(LeftOutNote, { record: { ...(partial ? { partial } : {}) } }));

it("the page says what was not measured, and nothing if all was, or if an old record does not know", () => {
  const note = noteOf([{ reason: "cut_off", startSeconds: 62, seconds: 3.5 }]);
  expect(note).toContain("Not all of this file was measured.");
  expect(note).toContain("The file breaks off at 1:02: 3.50 s that its header announces are missing.");
  expect(noteOf([])).toBe("");
  expect(noteOf(undefined)).toBe("");
});

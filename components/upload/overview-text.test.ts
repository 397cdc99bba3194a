import { describe, expect, it } from "vitest";
import { ENGLISH } from "@/lib/language/text";
import { overviewText } from "./overview-text";
import { newItem, summarise, type UploadItem } from "./upload-item";
import type { UploadSnapshot } from "./upload-store";

const item = (id: number, change: Partial<UploadItem>): UploadItem => ({
  ...newItem(id, { fileName: `${id}.wav`, folderPath: "", sizeBytes: 100, declaredType: "" }),
  ...change,
});

const snapshot = (items: UploadItem[], change: Partial<UploadSnapshot> = {}): UploadSnapshot => ({
  order: items.map(({ id }) => id),
  skipped: [],
  pause: null,
  isCollecting: false,
  summary: summarise(items),
  bytesPerSecond: null,
  unfinished: [],
  ...change,
});

const inEnglish = (uploads: UploadSnapshot) => overviewText(uploads, ENGLISH);

describe("the batch in words", () => {
  it("counts the files that are left, and says when the upload and the analysis are finished", () => {
    expect(inEnglish(snapshot([item(1, {}), item(2, { phase: "sent" })])).title).toBe("Uploading 1 file");
    expect(inEnglish(snapshot([item(1, { phase: "sent" })])).title).toBe("Upload finished, 1 file being analysed");
    const row = { status: "completed" } as UploadItem["row"];
    expect(inEnglish(snapshot([item(1, { phase: "sent", row })]))).toEqual({
      title: "Done: 1 file uploaded",
      detail: "1 analysed",
    });
  });

  it("distinguishes files that need no upload from files that failed", () => {
    const knownAs = { fileName: "x", sampleId: "s", itemId: null };
    const items = [item(1, { phase: "known", knownAs }), item(2, { phase: "failed" }), item(3, { phase: "refused" })];
    expect(inEnglish(snapshot(items)).detail).toBe("1 already in your library · 2 not uploaded");
  });

  it("counts the copies of a file as duplicates", () => {
    const copy = (id: number) => item(id, { phase: "known", knownAs: { fileName: "1.wav", sampleId: "s", itemId: 1 } });
    expect(inEnglish(snapshot([item(1, {}), copy(2)])).detail).toBe("1 duplicate");
    expect(inEnglish(snapshot([item(1, {}), copy(2), copy(3)])).detail).toBe("2 duplicates");
  });

  it("says why nothing was uploaded", () => {
    const known = item(1, { phase: "known", knownAs: { fileName: "x", sampleId: "s", itemId: null } });
    expect(inEnglish(snapshot([known])).title).toBe("Already uploaded");
    expect(inEnglish(snapshot([known, item(2, { phase: "failed" })])).title).toBe("Nothing uploaded");
    expect(inEnglish(snapshot([])).title).toBe("Nothing to upload");
  });

  it("says why it is paused", () => {
    expect(inEnglish(snapshot([item(1, {})], { pause: "signed_out" })).title).toContain("signed out");
  });

  it("counts only files that are uploaded in the overall progress", () => {
    const items = [item(1, { phase: "uploading", sentBytes: 40 }), item(2, { phase: "failed", sentBytes: 90 })];
    expect(summarise(items)).toMatchObject({ totalBytes: 100, sentBytes: 40 });
  });
});

import { describe, expect, it } from "vitest";
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

describe("the batch in words", () => {
  it("counts what is still to go, and says when all is sent and when all is done", () => {
    expect(overviewText(snapshot([item(1, {}), item(2, { phase: "sent" })])).title).toBe("Sending 1 file");
    expect(overviewText(snapshot([item(1, { phase: "sent" })])).title).toBe("All sent, 1 file being analysed");
    const row = { status: "completed" } as UploadItem["row"];
    expect(overviewText(snapshot([item(1, { phase: "sent", row })]))).toEqual({
      title: "Done: 1 file uploaded",
      detail: "1 analysed",
    });
  });

  it("tells what did not need sending from what could not be sent", () => {
    const knownAs = { fileName: "x", sampleId: "s", itemId: null };
    const items = [item(1, { phase: "known", knownAs }), item(2, { phase: "failed" }), item(3, { phase: "refused" })];
    expect(overviewText(snapshot(items)).detail).toBe("1 already in your library · 2 not sent");
  });

  it("says why it is paused", () => {
    expect(overviewText(snapshot([item(1, {})], { pause: "signed_out" })).title).toContain("signed out");
  });

  it("leaves files that are not sent out of the overall progress", () => {
    const items = [item(1, { phase: "uploading", sentBytes: 40 }), item(2, { phase: "failed", sentBytes: 90 })];
    expect(summarise(items)).toMatchObject({ totalBytes: 100, sentBytes: 40 });
  });
});

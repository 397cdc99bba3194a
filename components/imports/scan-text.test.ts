import { describe, expect, it } from "vitest";
import type { ScanState } from "@/lib/imports/schema";
import { ENGLISH } from "@/lib/language/text";
import { percentDone, progressText, reasonText, scanStatus } from "./scan-text";

const scan: ScanState = {
  ...{ id: "", status: "running", reason: null, phase: "reading", createdAt: "", finishedAt: null, tryAgainAt: null },
  ...{ filesFound: 1200, filesLeftOut: 0, filesToRead: 1000, filesRead: 500, filesNew: 400, filesKnown: 100 },
  ...{ filesChanged: 0, filesMoved: 0, filesFailed: 0, filesGone: 0, bytesToRead: 0, bytesRead: 0, bytesCopied: 0 },
  ...{ analysed: 98, notAnalysed: 2, analysing: 300, filesPerSecond: 120.4, secondsLeft: 300 },
};

describe("what a person reads about an import", () => {
  it("says what is being done, how fast, and how long it takes", () => {
    expect(progressText(scan, ENGLISH)).toBe(
      "500 of 1,000 files read, 100 of 400 new ones analysed, 120 files a second, about 5 min left",
    );
    expect(progressText({ ...scan, phase: "walking" }, ENGLISH)).toBe("1,200 files found so far");
    expect(progressText({ ...scan, status: "waiting" }, ENGLISH)).toBe("Waits for its turn");
  });

  it("calls a folder up to date only when everything is analysed", () => {
    const done = { ...scan, status: "completed", filesRead: 1000 } as const;
    expect(scanStatus(done).label).toBe("Analysing");
    expect(percentDone(done)).toBe(63);
    expect(scanStatus({ ...done, analysed: 398, analysing: 0 }).label).toBe("Up to date");
    expect(percentDone({ ...done, analysed: 398, analysing: 0 })).toBe(100);
    expect(percentDone({ ...done, filesToRead: 0, analysed: 0, notAnalysed: 0, analysing: 0 })).toBe(100);
    expect(percentDone({ ...scan, phase: "walking" })).toBeNull();
  });

  it("says why it does not go on", () => {
    expect(reasonText("missing")).toContain("not there");
    expect(reasonText("something newer")).toBe("It cannot go on.");
  });
});

import { describe, expect, it } from "vitest";
import type { Batch } from "@/lib/batches/schema";
import { ENGLISH } from "@/lib/language/text";
import { detailsOf, percentDone, titleOf } from "./batch-text";

const batch = (counts: Partial<Batch["counts"]>, more: Partial<Batch> = {}): Batch => ({
  ...{ id: "b", kind: "upload", name: "drums", state: "running", createdAt: "", cancelledAt: null, endedAt: null },
  counts: {
    ...{ total: 10, uploading: 0, waiting: 0, running: 0, done: 0, failed: 0, cancelled: 0, deleted: 0 },
    ...counts,
  },
  perMinute: 0,
  secondsLeft: null,
  ...more,
});

describe("a batch in words", () => {
  it("says how far it is, how fast it goes and how long it takes", () => {
    const running = batch({ done: 4, failed: 1, running: 2, waiting: 3 }, { perMinute: 30, secondsLeft: 10 });
    expect(titleOf(running, ENGLISH)).toBe("5 of 10 files done");
    expect(detailsOf(running, ENGLISH)).toEqual([
      "2 being analysed",
      "3 waiting",
      "1 failed",
      "30 a minute",
      "about 10 s left",
    ]);
    expect(percentDone(running)).toBe(50);
  });

  it("says how it ended, and what of it was deleted", () => {
    expect(titleOf(batch({ done: 10 }, { state: "ended" }), ENGLISH)).toBe("All 10 files analysed");
    const ended = batch({ done: 7, deleted: 3 }, { state: "ended" });
    expect(titleOf(ended, ENGLISH)).toBe("7 of 10 files analysed");
    expect(detailsOf(ended, ENGLISH)).toEqual(["3 deleted since"]);
    expect(titleOf(batch({ done: 2, cancelled: 7, running: 1 }, { state: "stopping" }), ENGLISH)).toBe(
      "Stopping: 1 file being finished",
    );
  });
});

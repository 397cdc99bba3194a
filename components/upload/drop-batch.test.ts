import { describe, expect, it } from "vitest";
import { DropBatch } from "./drop-batch";

describe("files that are dropped together", () => {
  it("are one batch if there are enough, however they are found", async () => {
    let begun = 0;
    const batch = new DropBatch(async () => `batch-${++begun}`);
    batch.found(2);
    const first = batch.id();
    batch.found(4);
    batch.complete();
    expect(await Promise.all([first, batch.id()])).toEqual(["batch-1", "batch-1"]);
  });

  it("are none if they are few", async () => {
    const batch = new DropBatch(async () => "batch");
    batch.found(4);
    batch.complete();
    expect(await batch.id()).toBeNull();
  });

  it("are sent without a batch if it cannot begin, or was cancelled", async () => {
    const refused = new DropBatch(() => Promise.reject(new Error("no answer")));
    refused.found(9);
    expect(await refused.id()).toBeNull();
    const cancelled = new DropBatch(async () => "batch");
    cancelled.found(9);
    expect(await cancelled.id()).toBe("batch");
    cancelled.over();
    expect(await cancelled.id()).toBeNull();
  });
});

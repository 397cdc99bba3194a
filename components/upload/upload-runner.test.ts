import { beforeEach, describe, expect, it, vi } from "vitest";
import type { UploadState } from "@/lib/uploads/schema";
import { found, UploadWorld } from "@/tests/factories/upload-world";
import { UploadError } from "./upload-error";
import { UploadRunner } from "./upload-runner";
import { UploadStore } from "./upload-store";

let world: UploadWorld;
beforeEach(() => {
  world = new UploadWorld();
});

describe("a batch", () => {
  it("sends four files at a time, in order, and the next one when one is done", async () => {
    world.add("a", "b", "c", "d", "e", "f");
    await world.whenSending(4);
    expect(world.sending.map(({ request }) => request.begin.fileName)).toEqual(["a.wav", "b.wav", "c.wav", "d.wav"]);
    world.sent("b.wav").resolve({ kind: "sent", sampleId: "s-b" });
    await world.whenSending(5);
    expect(world.sending[4]?.request.begin.fileName).toBe("e.wav");
    expect(world.byName("b.wav")).toMatchObject({ phase: "sent", sampleId: "s-b" });
  });

  it("continues when one file fails, and retries that file on request without reading it again", async () => {
    const hash = vi.spyOn(world, "hash");
    world.add("a", "b");
    await world.whenSending(2);
    world.sent("a.wav").reject(new UploadError("Storage did not take the file.", { isRetryable: false }));
    world.sent("b.wav").resolve({ kind: "sent", sampleId: "s-b" });
    await vi.waitFor(() => expect(world.byName("b.wav").phase).toBe("sent"));
    expect(world.byName("a.wav")).toMatchObject({ phase: "failed", message: "Storage did not take the file." });
    world.runner.retry(world.byName("a.wav").id);
    await world.whenSending(3);
    world.sent("a.wav").resolve({ kind: "sent", sampleId: "s-a" });
    await vi.waitFor(() => expect(world.byName("a.wav").phase).toBe("sent"));
    expect(hash).toHaveBeenCalledTimes(2);
  });

  it("fails only the file that cannot be read", async () => {
    world.hash = async (file) => {
      const text = await file.text();
      if (text === "a") throw new UploadError("The browser could not read this file.", { isRetryable: false });
      return `sha-${text}`;
    };
    world.add("a", "b");
    await world.whenSending(1);
    expect(world.byName("a.wav").phase).toBe("failed");
    expect(world.sending[0]?.request.begin.fileName).toBe("b.wav");
  });

  it("shows refused files as rows and counts files that are not audio", () => {
    world.runner.add([
      { file: new File([], "empty.wav"), folderPath: "kit", isExplicit: false },
      { file: new File(["x"], "cover.jpg", { type: "image/jpeg" }), folderPath: "kit", isExplicit: false },
    ]);
    expect(world.byName("empty.wav").phase).toBe("refused");
    expect(world.store.snapshot().skipped).toEqual([
      { fileName: "cover.jpg", folderPath: "kit", reason: "not an audio file" },
    ]);
  });
});

describe("the key that a file is begun with", () => {
  const keyOf = (fileName: string) => world.sent(fileName).request.beginKey;
  const failAndRetry = async (error: UploadError) => {
    const tries = world.sending.length;
    world.sent("a.wav").reject(error);
    await vi.waitFor(() => expect(world.byName("a.wav").phase).toBe("failed"));
    world.runner.retry(world.byName("a.wav").id);
    await world.whenSending(tries + 1);
  };

  it("stays the same until an answer has come, and is another for each file", async () => {
    world.add("a", "b");
    await world.whenSending(2);
    const first = keyOf("a.wav");
    expect(keyOf("b.wav")).not.toBe(first);
    await failAndRetry(new UploadError("away", { isRetryable: true }));
    expect(keyOf("a.wav")).toBe(first);
  });

  it("is new after a refusal", async () => {
    world.add("a");
    await world.whenSending(1);
    const first = keyOf("a.wav");
    await failAndRetry(new UploadError("refused", { isRetryable: false }));
    expect(keyOf("a.wav")).not.toBe(first);
  });

  it("is new once there was a ticket", async () => {
    world.add("a");
    await world.whenSending(1);
    const first = keyOf("a.wav");
    world.sent("a.wav").onTicket({ uploadId: "u-a", sampleId: "s-a", kind: "single", keptBytes: 0 });
    await failAndRetry(new UploadError("away", { isRetryable: true }));
    expect(keyOf("a.wav")).not.toBe(first);
  });
});

describe("a quota that is used up", () => {
  const usedUp = { role: "free", allowed: 10, used: 10, renewsAt: null } as const;
  const refusal = (kind: "uploads_per_day" | "storage_bytes", more = {}) =>
    new UploadError("used up", { isRetryable: false, code: "quota_exceeded", usedUp: { ...usedUp, kind, ...more } });

  it("refuses the rest of a folder without asking about each file, until the person retries one", async () => {
    world.add("a", "b", "c", "d", "e", "f");
    await world.whenSending(4);
    world.sent("a.wav").reject(refusal("uploads_per_day"));
    await vi.waitFor(() => expect(world.byName("f.wav").phase).toBe("failed"));
    expect(world.byName("e.wav").message).toContain("You have used all 10 uploads for today");
    expect(world.byName("e.wav").message).toContain("the pro role: 100 uploads per day");
    expect(world.sending).toHaveLength(4);
    world.sent("b.wav").resolve({ kind: "sent", sampleId: "s-b" });
    await vi.waitFor(() => expect(world.byName("b.wav").phase).toBe("sent"));

    world.runner.retry(world.byName("e.wav").id);
    await world.whenSending(5);
    expect(world.sending[4]?.request.begin.fileName).toBe("e.wav");
  });

  it("refuses only files that are too large for the storage that is left", async () => {
    world.add("longest", "b", "c", "d", "longer", "x");
    await world.whenSending(4);
    world.sent("longest.wav").reject(refusal("storage_bytes", { allowed: 100, used: 97 }));
    await world.whenSending(5);
    expect(world.sending[4]?.request.begin.fileName).toBe("x.wav");
    expect(world.byName("longer.wav")).toMatchObject({ phase: "failed" });
    expect(world.byName("longer.wav").message).toContain("This file is 6 B, and you have 3 B of 100 B left.");
  });
});

describe("files that are already uploaded", () => {
  it("are not sent if the library has them", async () => {
    world.known = [{ sha256: "sha-a", sampleId: "s-old", fileName: "old.wav" }];
    world.add("a", "b");
    await world.whenSending(1);
    expect(world.sending[0]?.request.begin.fileName).toBe("b.wav");
    expect(world.byName("a.wav")).toMatchObject({
      phase: "known",
      knownAs: { fileName: "old.wav", sampleId: "s-old", itemId: null },
    });
  });

  it("are sent only once if there are duplicates", async () => {
    world.runner.add([found("a.wav", "same"), found("copy.wav", "same"), found("b.wav", "other")]);
    await world.whenSending(2);
    expect(world.byName("copy.wav")).toMatchObject({ phase: "known", knownAs: { fileName: "a.wav" } });
    expect(world.store.snapshot().summary).toMatchObject({ repeated: 1, remaining: 2 });
  });

  it("continue an unfinished upload instead of starting a new one", async () => {
    const unfinished: UploadState = {
      uploadId: "u1",
      sampleId: "s1",
      fileName: "old name.wav",
      folderPath: "",
      sizeBytes: 1,
      sha256: "sha-a",
      partSizeBytes: 8,
      uploadedParts: [],
    };
    world.store.setUnfinished([unfinished]);
    world.add("a");
    await world.whenSending(1);
    expect(world.sending[0]?.request.resume).toEqual({ uploadId: "u1", sampleId: "s1" });
  });
});

describe("ten thousand files", () => {
  it("are added with a single notification", () => {
    let notified = 0;
    const scheduled: (() => void)[] = [];
    const store = new UploadStore((notify) => scheduled.push(notify));
    store.subscribe(() => notified++);
    const runner = new UploadRunner(store, {
      hash: () => new Promise(() => {}),
      findKnown: async () => [],
      send: () => new Promise(() => {}),
      cancel: async () => {},
      nowMs: () => 0,
    });
    runner.add(Array.from({ length: 10_000 }, (_, i) => found(`${i}.wav`, "x")));
    expect(scheduled).toHaveLength(1);
    for (const notify of scheduled) notify();
    expect(notified).toBe(1);
    expect(store.snapshot().summary.total).toBe(10_000);
  });
});

import { beforeEach, describe, expect, it, vi } from "vitest";
import type { KnownBytes, UploadState } from "@/lib/uploads/schema";
import type { FoundFile } from "./file-intake";
import type { SendHooks, SendOutcome, SendRequest } from "./send-file";
import { UploadError } from "./upload-error";
import { UploadRunner } from "./upload-runner";
import { UploadStore } from "./upload-store";

interface Sending extends SendHooks {
  request: SendRequest;
  resolve: (outcome: SendOutcome) => void;
  reject: (error: unknown) => void;
}

/** The world around the runner, answered by hand: each file's fate is decided in the test. */
class World {
  readonly store = new UploadStore((notify) => notify());
  readonly sending: Sending[] = [];
  readonly cancelled: string[] = [];
  known: KnownBytes[] = [];
  hash = async (file: Blob) => `sha-${await file.text()}`;
  readonly runner = new UploadRunner(this.store, {
    hash: (file) => this.hash(file),
    findKnown: async (sha256s) => this.known.filter((one) => sha256s.includes(one.sha256)),
    send: (request, hooks) =>
      new Promise((resolve, reject) => {
        hooks.signal.addEventListener("abort", () => reject(hooks.signal.reason));
        this.sending.push({ request, ...hooks, resolve, reject });
      }),
    cancel: async (uploadId) => void this.cancelled.push(uploadId),
    nowMs: () => 0,
  });

  add(...contents: string[]): void {
    this.runner.add(contents.map((content) => found(`${content}.wav`, content)));
  }

  async whenSending(count: number): Promise<void> {
    await vi.waitFor(() => expect(this.sending).toHaveLength(count));
  }

  byName(fileName: string) {
    const item = [...this.store.items()].find((one) => one.fileName === fileName);
    if (!item) throw new Error(`no row for ${fileName}`);
    return item;
  }

  sent(fileName: string): Sending {
    const sending = this.sending.findLast((one) => one.request.begin.fileName === fileName);
    if (!sending) throw new Error(`${fileName} is not being sent`);
    return sending;
  }
}

const found = (name: string, content: string): FoundFile => ({
  file: new File([content], name),
  folderPath: "",
  isExplicit: true,
});

let world: World;
beforeEach(() => {
  world = new World();
});

describe("a batch", () => {
  it("sends four files at a time, in order, and takes the next when one is done", async () => {
    world.add("a", "b", "c", "d", "e", "f");
    await world.whenSending(4);
    expect(world.sending.map(({ request }) => request.begin.fileName)).toEqual(["a.wav", "b.wav", "c.wav", "d.wav"]);
    world.sent("b.wav").resolve({ kind: "sent", sampleId: "s-b" });
    await world.whenSending(5);
    expect(world.sending[4]?.request.begin.fileName).toBe("e.wav");
    expect(world.byName("b.wav")).toMatchObject({ phase: "sent", sampleId: "s-b" });
  });

  it("goes on when one file fails, and retries that one on demand without reading it again", async () => {
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

  it("shows refused files as rows and counts what is no audio", () => {
    world.runner.add([
      { file: new File([], "empty.wav"), folderPath: "kit", isExplicit: false },
      { file: new File(["x"], "cover.jpg", { type: "image/jpeg" }), folderPath: "kit", isExplicit: false },
    ]);
    expect(world.byName("empty.wav").phase).toBe("refused");
    expect(world.store.snapshot().skipped).toEqual([
      { fileName: "cover.jpg", folderPath: "kit", reason: "Not an audio file" },
    ]);
  });
});

describe("a quota that is used up", () => {
  const usedUp = { role: "free", allowed: 10, used: 10, renewsAt: null } as const;
  const refusal = (kind: "uploads_per_day" | "storage_bytes", more = {}) =>
    new UploadError("used up", { isRetryable: false, code: "quota_exceeded", usedUp: { ...usedUp, kind, ...more } });

  it("refuses the rest of a folder without asking for each file, until one asks again", async () => {
    world.add("a", "b", "c", "d", "e", "f");
    await world.whenSending(4);
    world.sent("a.wav").reject(refusal("uploads_per_day"));
    await vi.waitFor(() => expect(world.byName("f.wav").phase).toBe("failed"));
    expect(world.byName("e.wav").message).toContain("All 10 uploads of today are used");
    expect(world.byName("e.wav").message).toContain("the pro role: 100 uploads a day");
    expect(world.sending).toHaveLength(4);
    world.sent("b.wav").resolve({ kind: "sent", sampleId: "s-b" });
    await vi.waitFor(() => expect(world.byName("b.wav").phase).toBe("sent"));

    world.runner.retry(world.byName("e.wav").id);
    await world.whenSending(5);
    expect(world.sending[4]?.request.begin.fileName).toBe("e.wav");
  });

  it("of storage lets smaller files through", async () => {
    world.add("longest", "b", "c", "d", "longer", "x");
    await world.whenSending(4);
    world.sent("longest.wav").reject(refusal("storage_bytes", { allowed: 100, used: 97 }));
    await world.whenSending(5);
    expect(world.sending[4]?.request.begin.fileName).toBe("x.wav");
    expect(world.byName("longer.wav")).toMatchObject({ phase: "failed" });
    expect(world.byName("longer.wav").message).toContain("This file has 6 B, and 3 B of your 100 B are left.");
  });
});

describe("bytes that are already there", () => {
  it("are not sent when the library has them", async () => {
    world.known = [{ sha256: "sha-a", sampleId: "s-old", fileName: "old.wav" }];
    world.add("a", "b");
    await world.whenSending(1);
    expect(world.sending[0]?.request.begin.fileName).toBe("b.wav");
    expect(world.byName("a.wav")).toMatchObject({
      phase: "known",
      knownAs: { fileName: "old.wav", sampleId: "s-old", itemId: null },
    });
  });

  it("are sent once when they come twice", async () => {
    world.runner.add([found("a.wav", "same"), found("copy.wav", "same"), found("b.wav", "other")]);
    await world.whenSending(2);
    expect(world.byName("copy.wav")).toMatchObject({ phase: "known", knownAs: { fileName: "a.wav" } });
    expect(world.store.snapshot().summary).toMatchObject({ repeated: 1, remaining: 2 });
  });

  it("continue an unfinished upload instead of beginning anew", async () => {
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

describe("pausing and cancelling", () => {
  it("keeps the parts of a large file and begins a small one anew", async () => {
    world.add("large", "small");
    await world.whenSending(2);
    world.sent("large.wav").onTicket({ uploadId: "u-l", sampleId: "s-l", kind: "multipart", keptBytes: 0 });
    world.sent("small.wav").onTicket({ uploadId: "u-s", sampleId: "s-s", kind: "single", keptBytes: 0 });
    world.sent("large.wav").onProgress(3);
    world.runner.pause();
    await vi.waitFor(() => expect(world.byName("small.wav").phase).toBe("ready"));
    await vi.waitFor(() => expect(world.byName("large.wav")).toMatchObject({ phase: "ready", sentBytes: 3 }));
    expect(world.cancelled).toEqual(["u-s"]);
    expect(world.sending).toHaveLength(2);

    world.runner.resume();
    await world.whenSending(4);
    expect(world.sent("large.wav").request.resume).toEqual({ uploadId: "u-l", sampleId: "s-l" });
    expect(world.sent("small.wav").request.resume).toBeNull();
  });

  it("cancels one file, takes its upload back and goes on with the next", async () => {
    world.add("a", "b", "c", "d", "e");
    await world.whenSending(4);
    world.sent("a.wav").onTicket({ uploadId: "u-a", sampleId: "s-a", kind: "single", keptBytes: 0 });
    world.runner.cancel(world.byName("a.wav").id);
    await world.whenSending(5);
    expect(world.byName("a.wav")).toMatchObject({ phase: "cancelled", uploadId: null });
    expect(world.cancelled).toEqual(["u-a"]);
  });

  it("takes an upload back whose ticket arrives after the cancel", async () => {
    world.add("a");
    await world.whenSending(1);
    world.runner.cancel(world.byName("a.wav").id);
    world.sent("a.wav").onTicket({ uploadId: "u-a", sampleId: "s-a", kind: "single", keptBytes: 0 });
    expect(world.cancelled).toEqual(["u-a"]);
  });

  it("cancels everything that has not ended", async () => {
    world.add("a", "b", "c", "d", "e", "f");
    await world.whenSending(4);
    world.sent("a.wav").resolve({ kind: "sent", sampleId: "s-a" });
    await world.whenSending(5);
    world.runner.cancelAll();
    expect(world.store.snapshot().summary).toMatchObject({ remaining: 0, byPhase: { sent: 1, cancelled: 5 } });
  });

  it("waits instead of failing every file when the person is signed out", async () => {
    world.add("a", "b");
    await world.whenSending(2);
    world.sent("a.wav").reject(new UploadError("signed out", { isRetryable: false, code: "unauthenticated" }));
    await vi.waitFor(() => expect(world.store.snapshot().pause).toBe("signed_out"));
    await vi.waitFor(() => expect(world.byName("a.wav").phase).toBe("ready"));
    await vi.waitFor(() => expect(world.byName("b.wav").phase).toBe("ready"));
  });
});

describe("ten thousand files", () => {
  it("are taken in one go without a notification each", () => {
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

import { beforeEach, describe, expect, it, vi } from "vitest";
import { UploadWorld } from "@/tests/factories/upload-world";
import { UploadError } from "./upload-error";

let world: UploadWorld;
beforeEach(() => {
  world = new UploadWorld();
});

describe("pausing and cancelling", () => {
  it("keeps the parts of a large file and starts a small one again", async () => {
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

  it("cancels one file and its upload, and continues with the next", async () => {
    world.add("a", "b", "c", "d", "e");
    await world.whenSending(4);
    world.sent("a.wav").onTicket({ uploadId: "u-a", sampleId: "s-a", kind: "single", keptBytes: 0 });
    world.runner.cancel(world.byName("a.wav").id);
    await world.whenSending(5);
    expect(world.byName("a.wav")).toMatchObject({ phase: "cancelled", uploadId: null });
    expect(world.cancelled).toEqual(["u-a"]);
  });

  it("cancels an upload whose ticket arrives after the person has cancelled", async () => {
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

  it("waits instead of failing every file if the person is signed out", async () => {
    world.add("a", "b");
    await world.whenSending(2);
    world.sent("a.wav").reject(new UploadError("signed out", { isRetryable: false, code: "unauthenticated" }));
    await vi.waitFor(() => expect(world.store.snapshot().pause).toBe("signed_out"));
    await vi.waitFor(() => expect(world.byName("a.wav").phase).toBe("ready"));
    await vi.waitFor(() => expect(world.byName("b.wav").phase).toBe("ready"));
  });
});

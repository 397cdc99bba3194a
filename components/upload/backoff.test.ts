import { describe, expect, it } from "vitest";
import { backoffMs, withRetries } from "./backoff";
import { UploadError } from "./upload-error";

const away = () => new UploadError("away", { isRetryable: true });
const signal = () => new AbortController().signal;
const noDelay = () => 0;

describe("retrying", () => {
  it("continues until it succeeds", async () => {
    let tries = 0;
    const told: string[] = [];
    const task = async () => {
      tries++;
      if (tries < 4) throw away();
      return "stored";
    };
    const options = { signal: signal(), delayMs: noDelay, onRetry: (error: UploadError) => told.push(error.message) };
    expect(await withRetries(task, options)).toBe("stored");
    expect(told).toEqual(["away", "away", "away"]);
  });

  it("gives up after a number of attempts, with the last error", async () => {
    let tries = 0;
    const task = async () => {
      tries++;
      throw away();
    };
    await expect(withRetries(task, { signal: signal(), tries: 3, delayMs: noDelay })).rejects.toThrow("away");
    expect(tries).toBe(3);
  });

  it("does not repeat an attempt that cannot succeed", async () => {
    let tries = 0;
    const task = async () => {
      tries++;
      throw new UploadError("refused", { isRetryable: false });
    };
    await expect(withRetries(task, { signal: signal(), delayMs: noDelay })).rejects.toThrow("refused");
    expect(tries).toBe(1);
  });

  it("stops waiting when it is aborted", async () => {
    const controller = new AbortController();
    const task = async () => {
      throw away();
    };
    const onRetry = () => queueMicrotask(() => controller.abort(new Error("paused")));
    await expect(withRetries(task, { signal: controller.signal, delayMs: () => 60_000, onRetry })).rejects.toThrow(
      "paused",
    );
  });

  it("waits longer each time, up to a limit", () => {
    const middle = () => 0.5;
    expect([0, 1, 2, 9].map((attempt) => backoffMs(attempt, middle))).toEqual([500, 1000, 2000, 15_000]);
    expect(backoffMs(0, () => 0)).toBeLessThan(backoffMs(0, () => 1));
  });
});

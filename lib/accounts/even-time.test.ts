import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { inEvenTime } from "./even-time";

describe("an answer after a fixed time", () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ["performance", "setTimeout"] }));
  afterEach(() => void vi.useRealTimers());

  const takes = (ms: number, fails = false) =>
    new Promise<string>((resolve, reject) => {
      setTimeout(() => (fails ? reject(new Error("no")) : resolve("yes")), ms);
    });

  /** When the answer comes, in milliseconds, if the work takes `ms`. */
  async function answeredAt(ms: number, fails = false): Promise<number> {
    const startedAt = performance.now();
    let at = -1;
    const answer = inEvenTime(() => takes(ms, fails), 400).finally(() => {
      at = performance.now() - startedAt;
    });
    answer.catch(() => {});
    await vi.advanceTimersByTimeAsync(2_000);
    return at;
  }

  it("comes at the same time however long the work took, and also if it failed", async () => {
    expect(await answeredAt(1)).toBe(400);
    expect(await answeredAt(390)).toBe(400);
    expect(await answeredAt(3, true)).toBe(400);
    expect(await answeredAt(410)).toBe(800);
  });
});

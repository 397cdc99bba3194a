import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { inEvenTime } from "./even-time";

describe("an answer in even time", () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ["performance", "setTimeout"] }));
  afterEach(() => void vi.useRealTimers());

  const takes = (ms: number, fails = false) =>
    new Promise<string>((resolve, reject) => {
      setTimeout(() => (fails ? reject(new Error("no")) : resolve("yes")), ms);
    });

  /** At which time the answer comes, of work that takes so long. */
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

  it("comes at the same time whatever the work took, and whether it failed", async () => {
    expect(await answeredAt(1)).toBe(400);
    expect(await answeredAt(390)).toBe(400);
    expect(await answeredAt(3, true)).toBe(400);
    expect(await answeredAt(410)).toBe(800);
  });
});

import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { SampleStatus } from "@/lib/events/sample-event";
import type { SampleRow } from "@/lib/samples/schema";
import { SampleTracker } from "./sample-tracker";

const row = (id: string, status: SampleStatus) => ({ id, status }) as SampleRow;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("following uploaded samples", () => {
  it("fetches many samples together and passes on each row", async () => {
    const asked: string[][] = [];
    const rows: SampleRow[] = [];
    const fetchRows = async (ids: readonly string[]) => {
      asked.push([...ids]);
      return ids.map((id) => row(id, "completed"));
    };
    const tracker = new SampleTracker(fetchRows, (one) => rows.push(one));
    for (let i = 0; i < 150; i++) tracker.follow(`s${i}`);
    await vi.advanceTimersByTimeAsync(1000);
    expect(asked.map((ids) => ids.length)).toEqual([100, 50]);
    expect(rows).toHaveLength(150);
  });

  it("fetches a sample again after each event until it is analysed", async () => {
    const answers: SampleStatus[] = ["uploaded", "processing", "completed"];
    const seen: string[] = [];
    const tracker = new SampleTracker(
      async ([id = ""]) => [row(id, answers.shift() ?? "completed")],
      (one) => seen.push(one.status),
    );
    tracker.follow("s1");
    await vi.advanceTimersByTimeAsync(500);
    for (let event = 0; event < 4; event++) {
      tracker.touch("s1");
      await vi.advanceTimersByTimeAsync(500);
    }
    expect(seen).toEqual(["uploaded", "processing", "completed"]);
  });

  it("polls if no events arrive", async () => {
    const answers: SampleStatus[] = ["processing", "completed"];
    const seen: string[] = [];
    const tracker = new SampleTracker(
      async ([id = ""]) => [row(id, answers.shift() ?? "completed")],
      (one) => seen.push(one.status),
    );
    tracker.follow("s1");
    await vi.advanceTimersByTimeAsync(11_000);
    expect(seen).toEqual(["processing", "completed"]);
  });
});

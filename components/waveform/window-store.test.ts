import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { WINDOW_POINTS_MAX } from "@/lib/waveforms/constants";
import { type WantedTile, type WindowAnswer, WindowStore } from "./window-store";

const TILE = WINDOW_POINTS_MAX;
const window = ({ start, framesPerPoint }: WantedTile): WindowAnswer => ({
  ok: true,
  window: { startFrame: start, sampleRateHz: 48_000, framesPerPoint, min: new Int16Array(1), max: new Int16Array(1) },
});

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

describe("windows of a recording", () => {
  it("come for what is in view first, then for what is beside it, and once each", async () => {
    const asked: number[] = [];
    const store = new WindowStore(
      async (wanted) => {
        asked.push(wanted.start / TILE / 4);
        return window(wanted);
      },
      TILE * 4 * 20,
    );
    store.want({ framesPerPoint: 4, first: 5, last: 6 });
    expect(store.state().isLoading).toBe(true);
    await pass(200);
    expect(asked).toEqual([5, 6, 7, 4]);
    expect(store.tileAt(4, 6)).not.toBeNull();
    expect(store.state()).toMatchObject({ isLoading: false, version: 4 });
    store.want({ framesPerPoint: 4, first: 6, last: 7 });
    await pass(200);
    expect(asked.slice(4)).toEqual([8]);
    store.dispose();
  });

  it("are not asked for outside of the recording, nor for what is only passed", async () => {
    const asked: number[] = [];
    const store = new WindowStore(async (wanted) => {
      asked.push(wanted.start / TILE);
      return window(wanted);
    }, TILE + 10);
    store.want({ framesPerPoint: 4, first: 0, last: 0 });
    await pass(10);
    store.want({ framesPerPoint: 1, first: 0, last: 1 });
    await pass(200);
    expect(asked).toEqual([0, 1]);
    store.dispose();
  });

  it("are given up when somebody looks elsewhere", async () => {
    const signals: AbortSignal[] = [];
    const store = new WindowStore((_, signal) => {
      signals.push(signal);
      return new Promise((_resolve, reject) => signal.addEventListener("abort", () => reject(signal.reason)));
    }, TILE * 100);
    store.want({ framesPerPoint: 1, first: 0, last: 0 });
    await pass(200);
    store.want(null);
    expect(signals.every(({ aborted }) => aborted)).toBe(true);
    expect(store.state()).toMatchObject({ isLoading: false, message: null });
    store.dispose();
  });

  it("are asked for again after a while, and not any more once there is a reason", async () => {
    const answers: WindowAnswer[] = [
      { ok: false, again: true, afterMs: 3000 },
      { ok: false, again: false, message: "The original is too large." },
    ];
    const ask = vi.fn(async (wanted: WantedTile) => answers.shift() ?? window(wanted));
    const store = new WindowStore(ask, TILE);
    store.want({ framesPerPoint: 1, first: 0, last: 0 });
    await pass(1000);
    expect(store.state()).toMatchObject({ isLoading: true, message: null });
    await pass(3000);
    expect(store.state()).toMatchObject({ isLoading: false, message: "The original is too large." });
    store.want({ framesPerPoint: 1, first: 0, last: 0 });
    await pass(10_000);
    expect(ask).toHaveBeenCalledTimes(2);
    store.dispose();
  });
});

import { afterEach, describe, expect, it, vi } from "vitest";
import { Scope } from "./scope";

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Animation frames that come when the test says so. */
function stubFrames(): { run: () => void; pending: () => number } {
  const frames = new Map<number, () => void>();
  let last = 0;
  vi.stubGlobal("requestAnimationFrame", (step: () => void) => {
    last += 1;
    frames.set(last, step);
    return last;
  });
  vi.stubGlobal("cancelAnimationFrame", (id: number) => frames.delete(id));
  const run = () => {
    const due = [...frames.values()];
    frames.clear();
    for (const step of due) step();
  };
  return { run, pending: () => frames.size };
}

describe("a scope", () => {
  it("disposes of everything once, the newest first", () => {
    const order: string[] = [];
    const scope = new Scope();
    scope.add(() => order.push("first"));
    scope.add(() => order.push("second"));
    scope.own({ disconnect: () => order.push("third") });
    scope.dispose();
    scope.dispose();
    expect(order).toEqual(["third", "second", "first"]);
  });

  it("runs a disposer as often as it was added", () => {
    const dispose = vi.fn();
    const scope = new Scope();
    scope.add(dispose);
    scope.add(dispose);
    scope.dispose();
    expect(dispose).toHaveBeenCalledTimes(2);
  });

  it("disposes of the rest when one disposer fails, and throws what failed", () => {
    const older = vi.fn();
    const newer = vi.fn();
    const failure = new Error("stuck");
    const scope = new Scope();
    scope.add(older);
    scope.add(() => {
      throw failure;
    });
    scope.add(newer);
    expect(scope.dispose).toThrow(expect.objectContaining({ errors: [failure] }));
    expect(older).toHaveBeenCalledOnce();
    expect(newer).toHaveBeenCalledOnce();
    expect(scope.dispose).not.toThrow();
  });

  it("disposes at once of what is added after its end, and starts nothing", () => {
    vi.useFakeTimers();
    const { pending } = stubFrames();
    const scope = new Scope();
    scope.dispose();
    const late = vi.fn();
    scope.add(late);
    scope.own({ disconnect: late });
    expect(late).toHaveBeenCalledTimes(2);

    const started = vi.fn();
    const target = new EventTarget();
    scope.listen(target, "change", started);
    scope.frames(started);
    scope.timeout(started, 10);
    scope.interval(started, 10);
    target.dispatchEvent(new Event("change"));
    vi.advanceTimersByTime(100);
    expect(pending()).toBe(0);
    expect(started).not.toHaveBeenCalled();
    expect(scope.signal.aborted).toBe(true);
  });
});

describe("what a scope owns", () => {
  it("listens until the scope ends", () => {
    const scope = new Scope();
    const target = new EventTarget();
    const heard = vi.fn();
    scope.listen(target, "change", heard);
    target.dispatchEvent(new Event("change"));
    scope.dispose();
    target.dispatchEvent(new Event("change"));
    expect(heard).toHaveBeenCalledOnce();
  });

  it("draws a frame now and then once per frame until the scope ends", () => {
    const { run, pending } = stubFrames();
    const scope = new Scope();
    const step = vi.fn();
    scope.frames(step);
    expect(step).toHaveBeenCalledTimes(1);
    run();
    run();
    expect(step).toHaveBeenCalledTimes(3);
    scope.dispose();
    expect(pending()).toBe(0);
  });

  it("asks for no further frame when a frame ends the scope", () => {
    const { run, pending } = stubFrames();
    const scope = new Scope();
    let drawn = 0;
    scope.frames(() => {
      drawn += 1;
      if (drawn === 2) scope.dispose();
    });
    run();
    expect(drawn).toBe(2);
    expect(pending()).toBe(0);
  });

  it("stops timers", () => {
    vi.useFakeTimers();
    const scope = new Scope();
    const [soon, late, repeated] = [vi.fn(), vi.fn(), vi.fn()];
    scope.timeout(soon, 10);
    scope.timeout(late, 100);
    scope.interval(repeated, 20);
    vi.advanceTimersByTime(50);
    scope.dispose();
    vi.advanceTimersByTime(1000);
    expect(soon).toHaveBeenCalledOnce();
    expect(late).not.toHaveBeenCalled();
    expect(repeated).toHaveBeenCalledTimes(2);
    expect(vi.getTimerCount()).toBe(0);
  });

  it("aborts its signal, which is the same each time", () => {
    const scope = new Scope();
    const { signal } = scope;
    expect(scope.signal).toBe(signal);
    expect(signal.aborted).toBe(false);
    scope.dispose();
    expect(signal.aborted).toBe(true);
  });
});

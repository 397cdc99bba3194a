import { describe, expect, it } from "vitest";
import type { LiveListener } from "@/lib/platform/live-channel";
import { FLAG_NAMES } from "./constants";
import { FlagCache, type FlagSnapshot } from "./flag-cache";
import { defaultSettings } from "./policy";

/** A cache that counts its reads, on a channel that can go down. */
function counted({ isListening = true } = {}) {
  const listeners: LiveListener[] = [];
  const line = {
    isListening,
    subscribe(listener: LiveListener) {
      listeners.push(listener);
      return () => undefined;
    },
  };
  const settings = Object.fromEntries(
    FLAG_NAMES.map((name) => [name, defaultSettings(name)]),
  ) as FlagSnapshot["settings"];
  const reads = { count: 0, fails: false };
  const cache = new FlagCache(line, async () => {
    reads.count += 1;
    if (reads.fails) throw new Error("the database is away");
    return { settings, overrides: new Map() };
  });
  return { cache, reads, line, listeners };
}

describe("cached flags", () => {
  it("are read once for many callers, with one subscription", async () => {
    const { cache, reads, listeners } = counted();
    await Promise.all(Array.from({ length: 50 }, () => cache.current()));
    expect(reads.count).toBe(1);
    expect(listeners).toHaveLength(1);
  });

  it("are read again after a change, even one that came during a read", async () => {
    const { cache, reads, listeners } = counted();
    const reading = cache.current();
    listeners[0]?.onFlagsChanged?.();
    await reading;
    await cache.current();
    expect(reads.count).toBe(2);
  });

  it("are read each time while the process is not listening, and again once it is", async () => {
    const { cache, reads, line, listeners } = counted({ isListening: false });
    await cache.current();
    await cache.current();
    expect(reads.count).toBe(2);
    line.isListening = true;
    listeners[0]?.onListening?.();
    await cache.current();
    await cache.current();
    expect(reads.count).toBe(3);
    line.isListening = false;
    await cache.current();
    expect(reads.count).toBe(4);
    line.isListening = true;
    listeners[0]?.onListening?.();
    await cache.current();
    expect(reads.count).toBe(5);
  });

  it("are not cached if reading them failed", async () => {
    const { cache, reads } = counted();
    reads.fails = true;
    await expect(cache.current()).rejects.toThrow("away");
    reads.fails = false;
    expect((await cache.current()).settings.api.enabled).toBe(true);
  });
});

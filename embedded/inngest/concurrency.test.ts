import { describe, expect, it } from "vitest";
import { SlotCount, slotsOf } from "./concurrency";
import type { FunctionConfig } from "./function-config";

const config = {
  id: "app-fn",
  triggers: [],
  steps: { step: { runtime: { type: "http", url: "http://127.0.0.1/" } } },
  concurrency: [{ limit: 2, key: "event.data.user" }, { limit: 3 }],
} satisfies FunctionConfig;

const call = (user: string) => ({
  function_id: "app-fn",
  slots: slotsOf(config, { event: { data: { user } } }),
});

describe("slots", () => {
  it("are one for each entry, the same for the same key, and shared only if a scope allows it", () => {
    expect(call("a").slots).toHaveLength(2);
    expect(call("a").slots).toEqual(call("a").slots);
    expect(call("a").slots[0]).not.toBe(call("b").slots[0]);
    expect(call("a").slots[1]).toBe(call("b").slots[1]);
    const shared = (id: string) =>
      slotsOf({ ...config, id, concurrency: [{ limit: 1, scope: "account", key: "'disk'" }] }, { event: {} });
    expect(shared("one")).toEqual(shared("two"));
  });

  it("are taken all together or not at all, up to each limit", () => {
    const count = new SlotCount(() => [2, 3], []);
    expect(["a", "a", "a", "b", "b", "c"].map((user) => count.take(call(user)))).toEqual([
      true,
      true,
      false,
      true,
      false,
      false,
    ]);
    expect(count.full.map(({ slot }) => slot)).toEqual([call("a").slots[0], call("b").slots[1]]);
  });

  it("held by running calls count from the start", () => {
    const [slot = ""] = call("a").slots;
    const count = new SlotCount(() => [2, 3], [{ slot, function_id: "app-fn", place: 1, count: 2 }]);
    expect(count.full).toEqual([{ functionId: "app-fn", slot }]);
    expect(count.take(call("a"))).toBe(false);
    expect(count.take(call("b"))).toBe(true);
  });
});

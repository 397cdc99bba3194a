import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FairQueue } from "./fair-queue";

function drained<T>(queue: FairQueue<T>): T[] {
  const items: T[] = [];
  for (let item = queue.take(); item !== undefined; item = queue.take()) items.push(item);
  return items;
}

describe("the waiting line", () => {
  it("serves a newcomer after one more of somebody's many files, not after all of them", () => {
    const queue = new FairQueue<string>();
    for (let index = 0; index < 1000; index++) queue.add("crowd", `crowd ${index}`);
    queue.take();
    queue.add("newcomer", "newcomer");
    expect(drained(queue).indexOf("newcomer")).toBeLessThanOrEqual(1);
  });

  it("loses nothing and keeps each person's order", () => {
    const arrivals = fc.array(fc.tuple(fc.constantFrom("a", "b", "c"), fc.nat()), { maxLength: 60 });
    fc.assert(
      fc.property(arrivals, (items) => {
        const queue = new FairQueue<readonly [string, number]>();
        for (const item of items) queue.add(item[0], item);
        expect(queue.size).toBe(items.length);
        const served = drained(queue);
        for (const key of ["a", "b", "c"]) {
          expect(served.filter((item) => item[0] === key)).toEqual(items.filter((item) => item[0] === key));
        }
      }),
    );
  });

  it("serves whoever's turn it is among those who have what is asked for", () => {
    const queue = new FairQueue<string>();
    for (const item of ["long 1", "long 2", "short 1", "short 2"]) queue.add("crowd", item);
    queue.add("newcomer", "short 3");
    const short = () => queue.take((item) => item.startsWith("short"));
    expect([short(), short(), short(), short()]).toEqual(["short 1", "short 3", "short 2", undefined]);
    expect(drained(queue)).toEqual(["long 1", "long 2"]);
  });

  it("drops an item that was removed", () => {
    const queue = new FairQueue<number>();
    queue.add("a", 1);
    queue.add("a", 2);
    expect(queue.remove("a", 1)).toBe(true);
    expect(queue.remove("a", 1)).toBe(false);
    expect(drained(queue)).toEqual([2]);
  });
});

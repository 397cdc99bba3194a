import { describe, expect, it } from "vitest";
import { Places } from "./places";

function places() {
  const clock = { ms: 0 };
  const ousted: string[] = [];
  const all = new Places({ count: 2, patienceMs: 1000, now: () => clock.ms });
  return { clock, ousted, take: (address: string) => all.take(address, () => ousted.push(address)) };
}

describe("places for strangers' files", () => {
  it("are as many as there are, and free again for the next", () => {
    const { take } = places();
    const first = take("a");
    expect(take("b")).not.toBeNull();
    expect(take("c")).toBeNull();
    first?.leave();
    expect(take("c")).not.toBeNull();
  });

  it("are one for an address", () => {
    const { take } = places();
    const place = take("a");
    expect(take("a")).toBeNull();
    place?.leave();
    expect(take("a")).not.toBeNull();
  });

  it("are lost by whoever sends slowly, once somebody else asks", () => {
    const { take, clock, ousted } = places();
    const slow = take("slow");
    clock.ms = 600;
    take("quick");
    clock.ms = 1100;
    expect(take("next")).not.toBeNull();
    expect(ousted).toEqual(["slow"]);
    // Its end does not free the place of another.
    slow?.leave();
    expect(take("late")).toBeNull();
  });

  it("are kept by a file that has arrived, however long it takes to measure", () => {
    const { take, clock, ousted } = places();
    take("a")?.hasArrived();
    take("b")?.hasArrived();
    clock.ms = 50_000;
    expect(take("c")).toBeNull();
    expect(ousted).toEqual([]);
  });
});

import { describe, expect, it } from "vitest";
import { WorkClock } from "./work-clock";

function clockAt() {
  const wall = { ms: 0 };
  return { wall, clock: new WorkClock(() => wall.ms) };
}

describe("the time a worker has had", () => {
  it("passes like real time while it keeps a core busy, or if the system does not say", () => {
    const { wall, clock } = clockAt();
    clock.tick(500);
    for (let busy = 600; busy <= 1500; busy += 100) {
      wall.ms += 100;
      clock.tick(busy);
    }
    expect(clock.milliseconds).toBe(1000);
    for (let step = 0; step < 10; step++) {
      wall.ms += 100;
      clock.tick(null);
    }
    expect(clock.milliseconds).toBe(2000);
  });

  it("passes at a third of real time while others have the processor, and never slower", () => {
    const { wall, clock } = clockAt();
    clock.tick(0);
    for (let step = 1; step <= 30; step++) {
      wall.ms += 100;
      clock.tick(step * 2);
    }
    expect(clock.milliseconds).toBeCloseTo(1000, 6);
  });

  it("does not run ahead of real time if a worker has several threads", () => {
    const { wall, clock } = clockAt();
    clock.tick(0);
    wall.ms += 100;
    clock.tick(400);
    expect(clock.milliseconds).toBe(100);
  });
});

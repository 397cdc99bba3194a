import { describe, expect, it } from "vitest";
import { TimeLimit } from "./time-limit";

function limitAt() {
  const clock = { seconds: 0 };
  const limit = new TimeLimit({ allowanceSeconds: 8, stallSeconds: 5 }, () => clock.seconds * 1000);
  return { clock, limit };
}

describe("the time one file may take", () => {
  it("stops a worker that reports nothing for the stall time", () => {
    const { clock, limit } = limitAt();
    clock.seconds = 4.9;
    expect(limit.exceeded()).toBeNull();
    clock.seconds = 5.1;
    expect(limit.exceeded()).toContain("silent");
  });

  it("lets a long recording take long, as long as sound comes out of it", () => {
    const { clock, limit } = limitAt();
    for (let minute = 1; minute <= 60; minute++) {
      clock.seconds = minute * 3;
      limit.heard({ phase: "decoding", decodedSeconds: minute * 60, fraction: null });
      expect(limit.exceeded()).toBeNull();
    }
  });

  it("stops a decoder that keeps reporting but makes no progress", () => {
    const { clock, limit } = limitAt();
    clock.seconds = 8.5;
    limit.heard({ phase: "decoding", decodedSeconds: 0.1, fraction: 0 });
    expect(limit.exceeded()).toContain("0.1 s of sound");
  });

  it("waits longer for the silent last stage of a long recording", () => {
    const { clock, limit } = limitAt();
    limit.heard({ phase: "finishing", decodedSeconds: 3600, fraction: 1 });
    clock.seconds = 60;
    expect(limit.exceeded()).toBeNull();
    clock.seconds = 1000;
    expect(limit.exceeded()).not.toBeNull();
  });
});

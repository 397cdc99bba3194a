import { describe, expect, it } from "vitest";
import { thisMachine, workerMemoryBytes, workersFor } from "./machine";

const GB = 1024 ** 3;

describe("workers on a machine", () => {
  it.each([
    { memoryGb: 1, cores: 8, workers: 1, each: 0.5 },
    { memoryGb: 2, cores: 8, workers: 1, each: 0.5 },
    { memoryGb: 4, cores: 8, workers: 4, each: 0.5416 },
    { memoryGb: 8, cores: 2, workers: 2, each: 1.5 },
    { memoryGb: 64, cores: 16, workers: 16, each: 1.5 },
  ])("$memoryGb GB and $cores cores: $workers of them with $each GB each", ({ memoryGb, cores, workers, each }) => {
    const machine = { cores, memoryBytes: memoryGb * GB };
    expect(workersFor(machine)).toBe(workers);
    expect(workerMemoryBytes(machine, workers) / GB).toBeCloseTo(each, 2);
  });

  it("are as many as asked for, with less memory each", () => {
    expect(workerMemoryBytes({ cores: 2, memoryBytes: 8 * GB }, 9) / GB).toBeCloseTo(0.659, 2);
  });

  it("are planned with the memory that this process may really use", () => {
    const { cores, memoryBytes } = thisMachine();
    expect(cores).toBeGreaterThan(0);
    expect(memoryBytes).toBeGreaterThan(GB / 4);
    expect(memoryBytes).toBeLessThan(64 * 1024 * GB);
  });
});

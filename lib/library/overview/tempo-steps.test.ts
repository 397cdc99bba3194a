import { describe, expect, it } from "vitest";
import { tempoSteps } from "./tempo-steps";

describe("tempi in steps", () => {
  it("follow each other without a gap", () => {
    expect(
      tempoSteps([
        { step: 12, count: 5 },
        { step: 9, count: 2 },
      ]),
    ).toEqual([
      { from: 90, to: 100, count: 2 },
      { from: 100, to: 110, count: 0 },
      { from: 110, to: 120, count: 0 },
      { from: 120, to: 130, count: 5 },
    ]);
  });

  it("have what is very slow or fast together", () => {
    expect(
      tempoSteps([
        { step: 2, count: 1 },
        { step: 5, count: 1 },
        { step: 24, count: 3 },
        { step: 20, count: 1 },
      ]).filter(({ count }) => count > 0),
    ).toEqual([
      { from: 0, to: 60, count: 2 },
      { from: 200, to: null, count: 4 },
    ]);
  });

  it("are none where nothing has a tempo", () => {
    expect(tempoSteps([])).toEqual([]);
  });
});

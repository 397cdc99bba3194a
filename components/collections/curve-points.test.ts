import { expect, it } from "vitest";
import { movedPoint } from "./curve-points";

it("keeps a point of a curve between its neighbours and inside the picture", () => {
  const points = [
    { at: 0, energy: 0.1 },
    { at: 0.5, energy: 0.5 },
    { at: 1, energy: 0.9 },
  ];
  expect(movedPoint(points, 1, { at: 2, energy: -1 })[1]).toEqual({ at: 0.98, energy: 0 });
  expect(movedPoint(points, 1, { at: -2, energy: 2 })[1]).toEqual({ at: 0.02, energy: 1 });
  expect(movedPoint(points, 0, { at: -1, energy: 0.3 })[0]).toEqual({ at: 0, energy: 0.3 });
  expect(movedPoint(points, 2, { at: 0.7, energy: 0.3 }).slice(0, 2)).toEqual(points.slice(0, 2));
});

import { expect, it } from "vitest";
import { placeLabels } from "./labels";
import { NOWHERE } from "./projection";

it("labels do not lie over each other or leave the picture: the first ones win", () => {
  const box = (x: number, y: number) => ({ x, y, width: 80, height: 20 });
  const shown = new Uint8Array(5);
  placeLabels(
    [box(100, 100), box(150, 105), box(300, 100), box(10, 100), box(NOWHERE, NOWHERE)],
    { width: 400, height: 300 },
    shown,
  );
  expect([...shown]).toEqual([1, 0, 1, 0, 0]);
});

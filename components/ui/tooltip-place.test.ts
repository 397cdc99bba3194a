import { expect, it } from "vitest";
import { tooltipPlace } from "./tooltip-place";

const window = { width: 400, height: 300 };
const tip = { width: 100, height: 20 };

it("a tooltip stands over the middle of its element", () => {
  expect(tooltipPlace({ left: 200, top: 100, width: 40, height: 40 }, tip, "top", window)).toEqual({
    left: 170,
    top: 73,
  });
});

it("goes to the other side where there is no room", () => {
  expect(tooltipPlace({ left: 200, top: 10, width: 40, height: 40 }, tip, "top", window).top).toBe(57);
  expect(tooltipPlace({ left: 350, top: 100, width: 40, height: 40 }, tip, "right", window).left).toBe(243);
});

it("never leaves the window", () => {
  expect(tooltipPlace({ left: 0, top: 100, width: 20, height: 20 }, tip, "top", window).left).toBe(6);
  expect(tooltipPlace({ left: 380, top: 100, width: 20, height: 20 }, tip, "bottom", window).left).toBe(294);
});

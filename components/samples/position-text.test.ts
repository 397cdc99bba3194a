import { describe, expect, it } from "vitest";
import { positionText } from "./position-text";

describe("the position in a recording", () => {
  it("has hundredths of a second in a short one", () => {
    expect(positionText(0.5, 2.25)).toEqual({ position: "0.50 s", duration: "2.25 s" });
  });

  it("has whole seconds in a long one", () => {
    expect(positionText(4.9, 184.2)).toEqual({ position: "0:04", duration: "3:04" });
  });
});

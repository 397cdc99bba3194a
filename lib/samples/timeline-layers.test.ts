import { describe, expect, it } from "vitest";
import { cookieOfHiddenLayers, hiddenLayersOf } from "./timeline-layers";

describe("hidden timeline layers", () => {
  it("are restored from the cookie", () => {
    expect(hiddenLayersOf(cookieOfHiddenLayers(["chords", "beats"]))).toEqual(["beats", "chords"]);
    expect(hiddenLayersOf(cookieOfHiddenLayers([]))).toEqual([]);
  });

  it("are none without a cookie, and only known names are read from one", () => {
    expect(hiddenLayersOf(undefined)).toEqual([]);
    expect(hiddenLayersOf("lyrics.keys.<b>")).toEqual(["keys"]);
  });
});

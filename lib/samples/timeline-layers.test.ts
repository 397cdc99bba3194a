import { describe, expect, it } from "vitest";
import { cookieOfHiddenLayers, hiddenLayersOf } from "./timeline-layers";

describe("layers that are switched off", () => {
  it("come back from the cookie they were kept in", () => {
    expect(hiddenLayersOf(cookieOfHiddenLayers(["chords", "beats"]))).toEqual(["beats", "chords"]);
    expect(hiddenLayersOf(cookieOfHiddenLayers([]))).toEqual([]);
  });

  it("are none without a cookie, and only known ones in a strange one", () => {
    expect(hiddenLayersOf(undefined)).toEqual([]);
    expect(hiddenLayersOf("lyrics.keys.<b>")).toEqual(["keys"]);
  });
});

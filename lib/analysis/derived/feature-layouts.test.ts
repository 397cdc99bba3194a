import { describe, expect, it } from "vitest";
import { HARMONY_LAYOUT, PATTERN_LAYOUT, TIMBRE_LAYOUT } from "./embedding";
import { EMBEDDING_SCALE } from "./embedding-scale";
import { GENRE_LAYOUT } from "./genre-features";
import { GENRE_MODEL } from "./genre-weights";

describe("feature layouts", () => {
  it("name every value differently", () => {
    for (const { names, size } of [GENRE_LAYOUT, TIMBRE_LAYOUT, PATTERN_LAYOUT, HARMONY_LAYOUT]) {
      expect(new Set(names).size).toBe(size);
    }
  });

  it("have one weight of the genre model for each name, after the bias", () => {
    expect(GENRE_MODEL.mean).toHaveLength(GENRE_LAYOUT.size);
    expect(GENRE_MODEL.deviation).toHaveLength(GENRE_LAYOUT.size);
    for (const weights of GENRE_MODEL.classes) expect(weights).toHaveLength(1 + GENRE_LAYOUT.size);
  });

  it("have one scale of the embedding for each name", () => {
    expect(EMBEDDING_SCALE.timbre).toHaveLength(TIMBRE_LAYOUT.size);
    expect(EMBEDDING_SCALE.rhythm).toHaveLength(PATTERN_LAYOUT.size);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { similarityOf, vectorOfExamples } from "./examples";
import { EVEN_WEIGHTS } from "./schema";

const sound = fc
  .array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 96, maxLength: 96 })
  .map((values) => Float32Array.from(values, (value) => value + 0.001));
const weights = fc.record({
  timbre: fc.double({ min: 0.1, max: 5, noNaN: true }),
  rhythm: fc.double({ min: 0, max: 5, noNaN: true }),
  harmony: fc.double({ min: 0, max: 5, noNaN: true }),
});

describe("several examples as one vector", () => {
  it("is the example itself if there is one, whatever its lengths", () => {
    fc.assert(
      fc.property(sound, weights, (example, each) => {
        const made = vectorOfExamples({ like: [example.map((x) => 3 * x)], unlike: [] }, each);
        expect(similarityOf(made?.vector ?? example, example, each).similarity).toBeCloseTo(1, 4);
      }),
    );
  });

  it("lies nearer to each of two examples than they are to each other", () => {
    fc.assert(
      fc.property(sound, sound, (a, b) => {
        const made = vectorOfExamples({ like: [a, b], unlike: [] }, EVEN_WEIGHTS);
        if (!made) return;
        const apart = similarityOf(a, b, EVEN_WEIGHTS).similarity;
        expect(similarityOf(made.vector, a, EVEN_WEIGHTS).similarity).toBeGreaterThanOrEqual(apart - 1e-4);
      }),
    );
  });

  it("moves away from a counter-example", () => {
    fc.assert(
      fc.property(sound, sound, (a, b) => {
        const made = vectorOfExamples({ like: [a], unlike: [b] }, EVEN_WEIGHTS);
        const { similarity } = similarityOf(made?.vector ?? a, b, EVEN_WEIGHTS);
        expect(similarity).toBeLessThanOrEqual(similarityOf(a, b, EVEN_WEIGHTS).similarity + 1e-4);
      }),
    );
  });

  it("leaves out an aspect in which examples cancel each other out, and is nothing if all do", () => {
    const a = new Float32Array(96).fill(1);
    const b = a.map((x, i) => (i < 40 ? -x : x));
    expect(vectorOfExamples({ like: [a, b], unlike: [] }, EVEN_WEIGHTS)?.weights).toEqual({
      timbre: 0,
      rhythm: 1,
      harmony: 1,
    });
    expect(vectorOfExamples({ like: [a, a.map((x) => -x)], unlike: [] }, EVEN_WEIGHTS)).toBeNull();
  });
});

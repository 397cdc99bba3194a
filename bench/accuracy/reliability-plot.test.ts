import { expect, it } from "vitest";
import { reliabilityPlot } from "./reliability-plot";

it("puts an honest group on the diagonal and an overconfident one below it", () => {
  const answers = Array.from({ length: 100 }, (_, i) => ({ confidence: i < 50 ? 0.5 : 1, right: i % 2 === 0 }));
  const plot = reliabilityPlot("tempo", answers);
  const points = [...plot.matchAll(/<circle cx="([\d.]+)" cy="([\d.]+)"/g)].map(([, x, y]) => [Number(x), Number(y)]);
  expect(points).toHaveLength(10);
  const [honest, boastful] = [points[0], points[9]];
  // The plot is square: on the diagonal, both distances from the corners are the same.
  expect(honest?.[0]).toBeCloseTo(320 - (honest?.[1] ?? 0), 1);
  expect(boastful?.[1]).toBeGreaterThan(320 - (boastful?.[0] ?? 0));
  expect(plot).toContain("error 0.250, n = 100");
});

import type { Measured, Timing } from "./protocol";
import { quantile } from "./quantile";
import {
  FINDABLE_MS,
  type LegName,
  LOOP_DELAY_MS,
  MIDDLE_OWNER,
  MIDDLE_VECTOR_MS,
  PGVECTOR_MS,
  PGVECTOR_RECALL,
  RECALL,
  TARGETS_MS,
  TOGETHER_FACTOR,
} from "./targets";

export interface Verdict {
  what: string;
  measured: number;
  target: number;
  unit: "ms" | "";
  isMet: boolean;
}

export const p95 = ({ answers }: Timing) =>
  quantile(
    answers.map(({ ms }) => ms),
    0.95,
  );

/** What a leg may take at p95. */
export function targetMs(leg: LegName, ownerSize: number, isPgvector: boolean): number {
  if (leg !== "vector") return TARGETS_MS[leg];
  if (isPgvector) return PGVECTOR_MS;
  return ownerSize <= MIDDLE_OWNER && ownerSize > 0 ? MIDDLE_VECTOR_MS : TARGETS_MS.vector;
}

/** Every figure of one size of library that there is a target for. */
export function verdictsOf(measured: Measured, isPgvector: boolean): Verdict[] {
  const { alone, together, recall, findableMs, loopDelayMs } = measured;
  const most = (what: string, value: number, target: number): Verdict => ({
    what,
    measured: value,
    target,
    unit: "ms",
    isMet: value <= target,
  });
  return [
    ...alone.map((timing) => {
      const { leg, ownerSize } = timing;
      return most(`${leg}, owner of ${ownerSize}`, p95(timing), targetMs(leg, ownerSize, isPgvector));
    }),
    ...together.map((timing) =>
      most(`${timing.leg}, eight at once`, p95(timing), TOGETHER_FACTOR * targetMs(timing.leg, 0, isPgvector)),
    ),
    most("event loop, eight at once", loopDelayMs[1], LOOP_DELAY_MS),
    ...recall.flatMap(({ ownerSize, recallAt10, tooFew }): Verdict[] => {
      const target = isPgvector ? PGVECTOR_RECALL : RECALL;
      const found = { measured: recallAt10, target, isMet: recallAt10 >= target };
      const rows = { measured: tooFew, target: 0, isMet: tooFew === 0 };
      return [
        { what: `recall@10, owner of ${ownerSize}`, unit: "", ...found },
        { what: `answers with too few rows, owner of ${ownerSize}`, unit: "", ...rows },
      ];
    }),
    most("findable by words", Math.max(...findableMs.map(({ words }) => words)), FINDABLE_MS),
    most("findable by sound", Math.max(...findableMs.map(({ sound }) => sound)), FINDABLE_MS),
  ];
}

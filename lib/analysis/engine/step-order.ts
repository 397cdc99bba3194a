import type { Step, StepName } from "@/lib/analysis/extractors/step";

/**
 * The steps that find `wanted` and everything they need, sorted so that each comes after all it needs.
 * @throws Error if a step needs something that no step finds, or if steps need each other in a circle
 */
export function stepOrder<S extends Pick<Step, "name" | "needs">>(
  steps: readonly S[],
  wanted: readonly StepName[],
): S[] {
  const known = new Map(steps.map((step) => [step.name, step]));
  const order = new Set<S>();
  const visit = (name: StepName, path: readonly StepName[]) => {
    if (path.includes(name)) throw new Error(`Steps need each other in a circle: ${[...path, name].join(" → ")}.`);
    const step = known.get(name);
    if (!step) throw new Error(`No step finds ${name}${path.length > 0 ? `, which ${path.at(-1)} needs` : ""}.`);
    if (order.has(step)) return;
    for (const need of step.needs) visit(need, [...path, name]);
    order.add(step);
  };
  for (const name of wanted) visit(name, []);
  return [...order];
}

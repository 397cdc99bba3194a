import type { Workpiece } from "@/lib/workbench/schema";

/** The next sample to come onto the bench, to prepare. Several values of one sample come one after the other. */
export function nextPiece(steps: readonly { piece: Workpiece }[], at: number): Workpiece | null {
  const now = steps[at]?.piece.id;
  return steps.slice(at + 1).find(({ piece }) => piece.id !== now)?.piece ?? null;
}

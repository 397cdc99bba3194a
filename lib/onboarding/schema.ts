import { z } from "zod";
import { NOTED_STEPS, type Step } from "./constants";

export const noteStepSchema = z.object({
  step: z.enum(NOTED_STEPS),
  /** The sample that was read or looked at. */
  sampleId: z.uuid().optional(),
});
export type NoteStep = z.input<typeof noteStepSchema>;

/** How far somebody is in their first hour. */
export interface Checklist {
  done: Record<Step, boolean>;
  /** One of their samples, to go on with; null if none is analysed yet. */
  sampleId: string | null;
}

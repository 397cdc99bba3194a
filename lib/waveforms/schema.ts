import { z } from "zod";
import { FRAMES_PER_POINT, WINDOW_POINTS_MAX } from "./constants";

const perPoint: readonly number[] = FRAMES_PER_POINT;

/** Which samples of a recording, in frames: one sample of every channel each. */
export const windowQuerySchema = z
  .object({
    start: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER).default(0),
    frames: z.coerce.number().int().min(1).default(WINDOW_POINTS_MAX),
    /** How many frames become one point, as its extremes. */
    per: z.coerce
      .number()
      .int()
      .refine((per) => perPoint.includes(per), { error: `must be one of ${FRAMES_PER_POINT.join(", ")}` })
      .default(1),
    /** The version that the sample's other addresses carry. With it the answer never changes. */
    v: z.string().optional(),
  })
  .refine(({ frames, per }) => frames <= WINDOW_POINTS_MAX * per, {
    path: ["frames"],
    error: `must be ${WINDOW_POINTS_MAX} points at most`,
  })
  .refine(({ start, per }) => start % per === 0, { path: ["start"], error: "must be a multiple of per" });

export type WantedWindow = Pick<z.output<typeof windowQuerySchema>, "start" | "frames" | "per">;

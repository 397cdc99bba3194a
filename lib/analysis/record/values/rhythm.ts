import { z } from "zod";
import { confidence, describeValue, share } from "./describe-value";

/** Events in time, and how the piece lies on its beats. */
export const rhythmValue = describeValue(
  "rhythm",
  z.object({
    onsetsPerSecond: z.number().nonnegative(),
    /** How clearly a pulse is felt: 0 = not at all, 1 = a metronome. */
    beatStrength: share,
    /** How evenly the tempo is kept: 1 = a machine, 0.7 = it sways by 1.5 %. This and the rest null without beats. */
    stability: share.nullable(),
    /** First over second half of a beat: 1 = straight, 2 = triplets. Null without off-beats, and in six-eight. */
    swingRatio: z.number().min(1).nullable(),
    /** Whole bars the file is long; null where it is not. */
    loopBars: z.number().int().positive().nullable(),
    /** Whether the file begins and ends on a beat. */
    startsOnGrid: z.boolean().nullable(),
    endsOnGrid: z.boolean().nullable(),
    confidence,
  }),
);
export type Rhythm = z.infer<typeof rhythmValue.schema>;
/** How a piece lies on its beats. */
export type BeatGridFacts = Pick<Rhythm, "stability" | "swingRatio" | "loopBars" | "startsOnGrid" | "endsOnGrid">;

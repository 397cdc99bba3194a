import { z } from "zod";
import { withPlaces } from "@/lib/analysis/record/decimals";
import { confidence, perSecond, share } from "@/lib/analysis/record/units";
import { describeValue } from "./describe-value";

/** Events in time, and how the piece lies on its beats. */
export const rhythmValue = describeValue(
  "rhythm",
  z.object({
    onsetsPerSecond: perSecond,
    /** How clearly a pulse is felt: 0 = not at all, 1 = a metronome. */
    beatStrength: share,
    /** How evenly the tempo is kept: 1 = a machine, 0.7 = it sways by 1.5 %. This and the rest null without beats. */
    stability: share.nullable(),
    /** First over second half of a beat: 1 = straight, 2 = triplets. Null without off-beats, and in six-eight. */
    swingRatio: withPlaces(3, z.number().min(1)).nullable(),
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

import { z } from "zod";
import { confidence } from "@/lib/analysis/record/units";
import { describeValue } from "./describe-value";

export const SOUND_KINDS = ["one-shot", "loop", "track"] as const;

/** What kind of sound the file is. */
export const kindValue = describeValue("kind", z.object({ label: z.enum(SOUND_KINDS), confidence }));
export type SoundKind = z.infer<typeof kindValue.schema>;

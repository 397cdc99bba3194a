import type { z } from "zod";
import { describeValue, labelsOf } from "./describe-value";

export const MOODS = [
  "happy",
  "sad",
  "calm",
  "energetic",
  "aggressive",
  "tense",
  "dark",
  "bright",
  "dreamy",
  "playful",
] as const;
export type Mood = (typeof MOODS)[number];

export const moodsValue = describeValue("moods", labelsOf(MOODS));
export type Moods = z.infer<typeof moodsValue.schema>;

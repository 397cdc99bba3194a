import type { AspectWeights } from "@/lib/similarity/schema";

/** As much as a body may weigh: more than a minute of any recording, and a few minutes of a WAV file. */
export const QUERY_SOUND_BYTES_MAX = 16 * 1024 * 1024;
/** No more of a sound is heard: a minute says what it sounds like. */
export const HEARD_SECONDS_MAX = 60;
/** A region is decoded from the sample's beginning, so its original may not be larger. */
export const REGION_ORIGINAL_BYTES_MAX = 256 * 1024 * 1024;
export const QUERY_SOUND_KEPT_SECONDS = 24 * 60 * 60;
/** Of one person. Each one more takes the place of the oldest. */
export const QUERY_SOUNDS_MAX = 100;
/** Sounds of one person that may wait for the worker at once, and of all together. */
export const WAITING_MAX = 2;
export const WAITING_OF_ALL_MAX = 20;

export const QUERY_SOURCES = ["file", "microphone", "region"] as const;
export type QuerySource = (typeof QUERY_SOURCES)[number];

/** What counts as silence at the ends, under the loudest moment. A microphone hears its room too. */
export const FLOOR_DB: Readonly<Record<QuerySource, number>> = { file: -45, region: -45, microphone: -30 };

/**
 * How much each aspect counts until the person chooses. A mouth is no drum and no synthesiser: what it can copy is when
 * something sounds and which notes, so timbre counts a quarter.
 */
export const USUAL_WEIGHTS: Readonly<Record<QuerySource, AspectWeights>> = {
  file: { timbre: 1, rhythm: 1, harmony: 1 },
  region: { timbre: 1, rhythm: 1, harmony: 1 },
  microphone: { timbre: 0.25, rhythm: 1, harmony: 1 },
};

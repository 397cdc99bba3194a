import type { AnalysisRecord } from "@/lib/analysis/record/schema";
import type { SoundKind } from "@/lib/analysis/record/values/kind";
import type { Loudness } from "@/lib/analysis/record/values/loudness";
import type { Timbre } from "@/lib/analysis/record/values/timbre";
import { FeatureLayout } from "@/lib/dsp/learned/feature-layout";
import { standardise } from "@/lib/dsp/learned/standardise";
import { EMBEDDING_SCALE } from "./embedding-scale";

/** How a sound runs from its beginning to its end. */
export interface TimeCourse {
  /** How sure it is that this is one sound, 0 … 1: it has no rhythm then. */
  singleShare: number;
  /** Without silence at both ends. */
  soundingSeconds: number;
  /** Centre of gravity of the level, 0 … 1 of the duration. */
  temporalCentroid: number;
}

/** Of a single sound: the values behind the pattern in the aspect "rhythm". */
export const COURSE_LAYOUT = new FeatureLayout({ single: "value", length: "value", centroid: "value" });

/** About as long as the pattern's values are together, so that a loop and a single sound are far apart. */
const SINGLE_WEIGHT = Math.sqrt(EMBEDDING_SCALE.rhythm.length);
/** Binary logarithm of the seconds of a single sound, and where the weight of its level lies. */
const LENGTH_SCALE = { mean: -1, deviation: 1.5 };
const CENTROID_SCALE = { mean: 0.3, deviation: 0.15 };
const SHORTEST_SECONDS = 0.01;
const FURTHEST = 3;

/** What a record, or the steps that make it, know about a sound's course. */
export function timeCourse({
  kind,
  timbre,
  loudness,
  durationSeconds,
}: {
  kind: SoundKind | null | undefined;
  timbre: Pick<Timbre, "temporalCentroid">;
  loudness: Pick<Loudness, "headSilenceSeconds" | "tailSilenceSeconds">;
  durationSeconds: AnalysisRecord["durationSeconds"];
}): TimeCourse {
  const silentSeconds = loudness.headSilenceSeconds + loudness.tailSilenceSeconds;
  return {
    singleShare: singleShare(kind),
    soundingSeconds: Math.max(SHORTEST_SECONDS, durationSeconds - silentSeconds),
    temporalCentroid: timbre.temporalCentroid,
  };
}

function singleShare(kind: SoundKind | null | undefined): number {
  if (!kind) return 0;
  // The rest of the confidence is shared by the two other kinds.
  return kind.label === "one-shot" ? kind.confidence : (1 - kind.confidence) / 2;
}

/**
 * The aspect "rhythm" before it is brought to length 1: a pattern's scaled values as far as it may be one, then how a
 * single sound runs as far as it may be one. What repeats in a single sound is chance and would only be noise.
 */
export function rhythmOf(pattern: readonly number[], course: TimeCourse): number[] {
  const { singleShare: share, soundingSeconds, temporalCentroid } = course;
  const { mean, deviation } = LENGTH_SCALE;
  const values = COURSE_LAYOUT.vector({
    single: SINGLE_WEIGHT,
    length: standardise(Math.log2(soundingSeconds), mean, deviation, FURTHEST),
    centroid: standardise(temporalCentroid, CENTROID_SCALE.mean, CENTROID_SCALE.deviation, FURTHEST),
  });
  return [...pattern.map((value) => (1 - share) * value), ...[...values].map((value) => share * value)];
}

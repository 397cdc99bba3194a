import type { AnalysisRecord } from "./schema";

export type Described = Pick<AnalysisRecord, "durationSeconds" | "loudness"> &
  Partial<
    Pick<
      AnalysisRecord,
      "tempo" | "key" | "spectral" | "timbre" | "rhythm" | "stereo" | "perceptual" | "kind" | "pitch" | "sections"
    >
  >;

/** A sentence or three and tags, of nothing but what was measured. */
export function describeSound(sound: Described): { description: string; tags: string[] } {
  const tags = sound.kind ? [sound.kind.label] : [];
  return { description: `A ${tags[0] ?? "silent file"}.`, tags };
}

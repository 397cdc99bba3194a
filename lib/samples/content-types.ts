import type { AnalysisRecord } from "@/lib/analysis/record/schema";

/** By the container that was found in the bytes, never by the declared type. */
export const CONTENT_TYPES: Record<AnalysisRecord["container"], string> = {
  wav: "audio/wav",
  aiff: "audio/aiff",
  flac: "audio/flac",
  ogg: "audio/ogg",
  mp3: "audio/mpeg",
  mp4: "audio/mp4",
  aac: "audio/aac",
  w64: "audio/x-w64",
  au: "audio/basic",
  caf: "audio/x-caf",
  mp2: "audio/mpeg",
};

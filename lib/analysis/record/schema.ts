import { z } from "zod";
import { measuredShape, VALUE_NAMES, type ValueName } from "./measured-values";

/** Why a value is absent: a stable code and a sentence a musician understands. */
const notApplicableSchema = z.object({ code: z.string(), reason: z.string() });
export type NotApplicable = z.infer<typeof notApplicableSchema>;

/**
 * What is known of one recording: the engine makes it, the command line prints it, the database stores it and pages show
 * it. All four agree on this schema. A field for each measured value, and why those that are absent are.
 */
export const analysisRecordSchema = z.object({
  analyserVersion: z.string(),
  durationSeconds: z.number().positive(),
  sampleRateHz: z.number().int().positive(),
  channels: z.number().int().positive(),
  container: z.enum(["wav", "aiff", "flac", "ogg", "mp3", "mp4", "aac"]),
  codec: z.string(),
  ...measuredShape,
  /** Belong to the description, and are empty where it was not asked for. */
  tags: z.array(z.string()),
  notApplicable: z.partialRecord(z.enum(VALUE_NAMES), notApplicableSchema),
});
export type AnalysisRecord = z.infer<typeof analysisRecordSchema>;

/** What the engine measures; the rest of the record is known from the file. */
export type Features = Pick<AnalysisRecord, ValueName | "tags" | "notApplicable">;

/** Codes an analysis may fail with; `failureSentences` has what a person is told. */
export const ANALYSIS_FAILURES = [
  "empty_file",
  "not_audio",
  "unsupported_format",
  "damaged_file",
  "no_samples",
  "too_long",
  "too_large",
  "too_many_channels",
  "bad_sample_rate",
  "out_of_memory",
  "timed_out",
  "decoder_crashed",
  "missing_file",
  "unreadable_file",
  "cancelled",
  "internal",
] as const;
export type AnalysisFailureCode = (typeof ANALYSIS_FAILURES)[number];

import { z } from "zod";
import { withPlaces } from "./decimals";
import { leftOutPartSchema } from "./left-out";
import { measuredShape, VALUE_NAMES, type ValueName } from "./measured-values";

/** Why a value is absent: a stable code and a sentence a musician understands. */
const notApplicableSchema = z.object({ code: z.string(), reason: z.string() });
export type NotApplicable = z.infer<typeof notApplicableSchema>;

/**
 * What is known about one recording. The engine produces it, the command line prints it, the database stores it and the
 * pages show it: this schema is what they agree on. The measured values come from `measured-values.ts`.
 */
export const analysisRecordSchema = z.object({
  analyserVersion: z.string(),
  durationSeconds: withPlaces("exact", z.number().positive()),
  sampleRateHz: z.number().int().positive(),
  channels: z.number().int().positive(),
  container: z.enum(["wav", "aiff", "flac", "ogg", "mp3", "mp4", "aac", "w64", "au", "caf", "mp2"]),
  codec: z.string(),
  /** The parts of the file that were not measured; empty if all of it was. Records before 1.6 do not say. */
  partial: z.array(leftOutPartSchema).optional(),
  ...measuredShape,
  /** Part of the description; empty if it was not asked for. */
  tags: z.array(z.string()),
  notApplicable: z.partialRecord(z.enum(VALUE_NAMES), notApplicableSchema),
});
export type AnalysisRecord = z.infer<typeof analysisRecordSchema>;

/** The part that the engine measures. The rest is known from the file. */
export type Features = Pick<AnalysisRecord, ValueName | "tags" | "notApplicable">;

/** The codes an analysis may fail with. `failureSentences` says what a person is told. */
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

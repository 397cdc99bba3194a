import { z } from "zod";

const confidence = z.number().min(0).max(1);

export const TONICS = ["C", "C#", "D", "D#", "E", "F", "F#", "G", "G#", "A", "A#", "B"] as const;

/** Beats a minute, as the engine heard it, with its next best readings. */
export const tempoSchema = z.object({
  bpm: z.number().positive(),
  confidence,
  alternatives: z.array(z.object({ bpm: z.number().positive(), confidence })),
});

export const keySchema = z.object({
  tonic: z.enum(TONICS),
  mode: z.enum(["major", "minor"]),
  confidence,
  camelot: z.string().regex(/^([1-9]|1[0-2])[AB]$/),
  openKey: z.string().regex(/^([1-9]|1[0-2])[md]$/),
  alternatives: z.array(z.object({ tonic: z.enum(TONICS), mode: z.enum(["major", "minor"]), confidence })),
});

/** ITU-R BS.1770-5, EBU R128 / Tech 3341 / 3342. Null where the signal never passes the gate (silence). */
export const loudnessSchema = z.object({
  integratedLufs: z.number().nullable(),
  rangeLu: z.number().nonnegative().nullable(),
  shortTermMaxLufs: z.number().nullable(),
  momentaryMaxLufs: z.number().nullable(),
  truePeakDbtp: z.number().nullable(),
  samplePeakDbfs: z.number().nullable(),
  rmsDbfs: z.number().nullable(),
  crestDb: z.number().nullable(),
  confidence,
});

/** Means over the frames that are not silent; Meyda's extractors on our own spectra. */
export const spectralSchema = z.object({
  centroidHz: z.number().nonnegative(),
  spreadHz: z.number().nonnegative(),
  /** Below it lie 85 % of the spectral energy. */
  rolloffHz: z.number().nonnegative(),
  /** 0 = a pure tone, 1 = white noise. */
  flatness: z.number().min(0).max(1),
  /** Sign changes a second, of the unwindowed signal. */
  zeroCrossingRate: z.number().nonnegative(),
  flux: z.number().nonnegative(),
  mfcc: z.array(z.number()),
  confidence,
});

/** Why a value is absent: a stable code and a sentence a musician understands. */
export const notApplicableSchema = z.object({ code: z.string(), reason: z.string() });

export const analysisRecordSchema = z.object({
  analyserVersion: z.string(),
  durationSeconds: z.number().positive(),
  sampleRateHz: z.number().int().positive(),
  channels: z.number().int().positive(),
  container: z.enum(["wav", "aiff", "flac", "ogg", "mp3", "mp4", "aac"]),
  codec: z.string(),
  tempo: tempoSchema.nullable(),
  key: keySchema.nullable(),
  loudness: loudnessSchema,
  spectral: spectralSchema.nullable(),
  notApplicable: z.partialRecord(z.enum(["tempo", "key", "loudness", "spectral"]), notApplicableSchema),
});

export type AnalysisRecord = z.infer<typeof analysisRecordSchema>;
export type Tempo = z.infer<typeof tempoSchema>;
export type MusicalKey = z.infer<typeof keySchema>;
export type Loudness = z.infer<typeof loudnessSchema>;
export type Spectral = z.infer<typeof spectralSchema>;
export type NotApplicable = z.infer<typeof notApplicableSchema>;
/** What the engine measures; the rest of the record is known from the file. */
export type Features = Pick<AnalysisRecord, "tempo" | "key" | "loudness" | "spectral" | "notApplicable">;

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
  "internal",
] as const;
export type AnalysisFailureCode = (typeof ANALYSIS_FAILURES)[number];

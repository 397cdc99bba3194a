import { z } from "zod";
import { TONICS } from "@/lib/music/keys";
import { EXTRACTORS, type ExtractorName } from "./constants";
import { GENRES, INSTRUMENTS, MOODS } from "./labels";

const confidence = z.number().min(0).max(1);
const share = z.number().min(0).max(1);

/** Beats a minute, as the engine heard it, with its next best readings. */
export const tempoSchema = z.object({
  bpm: z.number().positive(),
  confidence,
  alternatives: z.array(z.object({ bpm: z.number().positive(), confidence })),
});

/** As written: in six-eight a bar has six eighths, and two beats are counted. */
export const meterSchema = z.object({
  beatsPerBar: z.union([z.literal(3), z.literal(4), z.literal(6)]),
  beatUnit: z.union([z.literal(4), z.literal(8)]),
  confidence,
});

export const keySchema = z.object({
  tonic: z.enum(TONICS),
  mode: z.enum(["major", "minor"]),
  confidence,
  camelot: z.string().regex(/^([1-9]|1[0-2])[AB]$/),
  openKey: z.string().regex(/^([1-9]|1[0-2])[md]$/),
  alternatives: z.array(z.object({ tonic: z.enum(TONICS), mode: z.enum(["major", "minor"]), confidence })),
});

/** From here to the next change or the end; a piece that stays in its key has one entry. */
export const keyChangeSchema = z.object({
  startSeconds: z.number().nonnegative(),
  tonic: z.enum(TONICS),
  mode: z.enum(["major", "minor"]),
  confidence,
});

/** "C" is major, "F#m" minor, "N" where no triad is held. */
export const chordSchema = z.object({
  startSeconds: z.number().nonnegative(),
  endSeconds: z.number().positive(),
  label: z.string().regex(/^([A-G]#?m?|N)$/),
});

/** Deviation from A4 = 440 Hz. */
export const tuningSchema = z.object({ cents: z.number().min(-50).max(50), confidence });

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
  /** How often three or more successive samples of a channel sit at full scale. */
  clippingRuns: z.number().int().nonnegative(),
  /** Mean of the samples of the channel where it is farthest from 0; full scale = 1. */
  dcOffset: z.number(),
  /** What stays within ±0.001 (−60 dBFS) in every channel before the first and after the last sound. */
  headSilenceSeconds: z.number().nonnegative(),
  tailSilenceSeconds: z.number().nonnegative(),
  confidence,
});

/** Means over the frames that are not silent; Meyda's extractors on our own spectra. */
export const spectralSchema = z.object({
  centroidHz: z.number().nonnegative(),
  spreadHz: z.number().nonnegative(),
  /** Below it lie 85 % of the spectral energy. */
  rolloffHz: z.number().nonnegative(),
  /** Below it lie 95 %. */
  rolloff95Hz: z.number().nonnegative(),
  /** 0 = a pure tone, 1 = white noise. */
  flatness: z.number().min(0).max(1),
  /** Sign changes a second, of the unwindowed signal. */
  zeroCrossingRate: z.number().nonnegative(),
  flux: z.number().nonnegative(),
  /** Twenty coefficients; only the first depends on the level. */
  mfcc: z.array(z.number()),
  /** Variance of each over time. */
  mfccVariance: z.array(z.number().nonnegative()),
  /** Peaks over valleys in dB: below 200 Hz and in the six octaves from there. */
  contrastDb: z.array(z.number()),
  /** 0 = white, −3 = pink noise. */
  slopeDbPerOctave: z.number(),
  confidence,
});

export const timbreSchema = z.object({
  /** Share of the summed amplitude from 1500 Hz on. */
  brightness: share,
  /** Share of the summed amplitude from 80 to 500 Hz. */
  warmth: share,
  /** 0 = noise, 1 = one harmonic tone. */
  harmonicity: share,
  /** Of a one-shot, from 10 to 90 % of its peak; null for loops and tracks, which rise many times. */
  attackSeconds: z.number().positive().nullable(),
  /** Decimal logarithm of the attack in seconds. */
  logAttackTime: z.number().nullable(),
  /** Centre of gravity of the level, 0 … 1 of the duration. */
  temporalCentroid: share,
  confidence,
});

export const rhythmSchema = z.object({
  onsetsPerSecond: z.number().nonnegative(),
  /** How clearly a pulse is felt: 0 = not at all, 1 = a metronome. */
  beatStrength: share,
  /** How evenly the tempo is kept: 1 = a machine, 0.7 = it sways by 1.5 %. This and the rest null without beats. */
  stability: share.nullable(),
  /** First over second half of a beat: 1 = straight, 2 = triplets. Null without off-beats, and in six-eight. */
  swingRatio: z.number().min(1).nullable(),
  /** Whole bars the file is long; null where it is not. */
  loopBars: z.number().int().positive().nullable(),
  /** Whether the file begins and ends on a beat. */
  startsOnGrid: z.boolean().nullable(),
  endsOnGrid: z.boolean().nullable(),
  confidence,
});

/** Of the front pair. */
export const stereoSchema = z.object({
  /** 0 = mono, 0.5 = unrelated channels, 1 = opposite phase. */
  width: share,
  correlation: z.number().min(-1).max(1),
  /** −1 = left only, 1 = right only. */
  balance: z.number().min(-1).max(1),
  /** 1 = nothing is lost in mono, 0 = mono is silent. */
  monoCompatibility: share,
  confidence,
});

/** Formulas in `perceptual.ts`. */
export const perceptualSchema = z.object({
  energy: share,
  danceability: share,
  valence: share,
  acousticness: share,
  instrumentalness: share,
  speechiness: share,
  liveness: share,
  confidence,
});

export const SOUND_KINDS = ["one-shot", "loop", "track"] as const;
export const kindSchema = z.object({ label: z.enum(SOUND_KINDS), confidence });

/** The note of a single sound, in equal temperament at A4 = 440 Hz; C4 is middle C. */
export const pitchSchema = z.object({
  note: z.string().regex(/^[A-G]#?-?\d$/),
  /** Deviation from the note, −50 … 50. */
  cents: z.number().min(-50).max(50),
  hz: z.number().positive(),
  confidence,
});

/** Sections of equal label sound alike. */
export const sectionSchema = z.object({
  startSeconds: z.number().nonnegative(),
  endSeconds: z.number().positive(),
  label: z.string().regex(/^[A-Z]\d*$/),
});

/** Labels the analyser knows, most certain first; a label below its threshold is left out. */
const labelsOf = <const T extends readonly [string, ...string[]]>(labels: T) =>
  z.array(z.object({ label: z.enum(labels), confidence }));
export const instrumentsSchema = labelsOf(INSTRUMENTS);
export const genresSchema = labelsOf(GENRES);
export const moodsSchema = labelsOf(MOODS);

/** Three vectors of length 1, for finding what sounds alike; dimensions in `embedding.ts`. */
export const embeddingSchema = z.object({
  timbre: z.array(z.number()),
  rhythm: z.array(z.number()),
  harmony: z.array(z.number()),
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
  meter: meterSchema.nullable(),
  /** Seconds from the start, to the millisecond; of the first twenty minutes. */
  beats: z.array(z.number().nonnegative()).nullable(),
  /** Those of `beats` that begin a bar. */
  downbeats: z.array(z.number().nonnegative()).nullable(),
  key: keySchema.nullable(),
  keyChanges: z.array(keyChangeSchema).nullable(),
  /** Without gaps from the beginning to the end. */
  chords: z.array(chordSchema).nullable(),
  tuning: tuningSchema.nullable(),
  /** 0 = clearly in a key, 1 = drums or noise. */
  atonality: share.nullable(),
  loudness: loudnessSchema,
  spectral: spectralSchema.nullable(),
  timbre: timbreSchema.nullable(),
  rhythm: rhythmSchema.nullable(),
  stereo: stereoSchema.nullable(),
  perceptual: perceptualSchema.nullable(),
  kind: kindSchema.nullable(),
  pitch: pitchSchema.nullable(),
  sections: z.array(sectionSchema).nullable(),
  instruments: instrumentsSchema.nullable(),
  genres: genresSchema.nullable(),
  moods: moodsSchema.nullable(),
  embedding: embeddingSchema.nullable(),
  /** Base64 of what `matchFingerprints` compares. */
  fingerprint: z.string().nullable(),
  description: z.string().nullable(),
  tags: z.array(z.string()),
  notApplicable: z.partialRecord(z.enum(EXTRACTORS), notApplicableSchema),
});

export type AnalysisRecord = z.infer<typeof analysisRecordSchema>;
export type Tempo = z.infer<typeof tempoSchema>;
export type Meter = z.infer<typeof meterSchema>;
export type MusicalKey = z.infer<typeof keySchema>;
export type KeyChange = z.infer<typeof keyChangeSchema>;
export type Chord = z.infer<typeof chordSchema>;
export type Tuning = z.infer<typeof tuningSchema>;
export type Loudness = z.infer<typeof loudnessSchema>;
export type Spectral = z.infer<typeof spectralSchema>;
export type Timbre = z.infer<typeof timbreSchema>;
export type Rhythm = z.infer<typeof rhythmSchema>;
/** How a piece lies on its beats. */
export type BeatGridFacts = Pick<Rhythm, "stability" | "swingRatio" | "loopBars" | "startsOnGrid" | "endsOnGrid">;
export type Stereo = z.infer<typeof stereoSchema>;
export type Perceptual = z.infer<typeof perceptualSchema>;
export type SoundKind = z.infer<typeof kindSchema>;
export type Pitch = z.infer<typeof pitchSchema>;
export type Section = z.infer<typeof sectionSchema>;
export type Instruments = z.infer<typeof instrumentsSchema>;
export type Genres = z.infer<typeof genresSchema>;
export type Moods = z.infer<typeof moodsSchema>;
export type Embedding = z.infer<typeof embeddingSchema>;
export type NotApplicable = z.infer<typeof notApplicableSchema>;
/** What the engine measures; the rest of the record is known from the file. */
export type Features = Pick<AnalysisRecord, ExtractorName | "tags" | "notApplicable">;

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

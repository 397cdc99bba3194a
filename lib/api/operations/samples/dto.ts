import { z } from "zod";
import { nameFactsSchema } from "@/lib/analysis/file-tags/name-facts";
import { fileTagsSchema } from "@/lib/analysis/file-tags/schema";
import { analysisRecordSchema } from "@/lib/analysis/record/schema";
import { SOUND_KINDS } from "@/lib/analysis/record/values/kind";
import { SAMPLE_STATUSES } from "@/lib/events/sample-event";
import { AI_TRAINING, LICENCES } from "@/lib/music/rights";
import { pluginResultsSchema } from "@/lib/plugins/schema";
import { CORRECTABLE, sampleCorrectionsSchema } from "@/lib/samples/corrections/schema";
import type { SampleDetail, SampleRow } from "@/lib/samples/schema";

/** A sample as the API's lists show it. */
export const sampleDto = z.object({
  id: z.uuid(),
  fileName: z.string(),
  /** Folder inside the dropped folder, `/` between its parts; empty at the top. */
  folderPath: z.string(),
  status: z.enum(SAMPLE_STATUSES),
  failure: z.object({ code: z.string(), message: z.string() }).nullable(),
  sizeBytes: z.number().int().nonnegative(),
  isFavourite: z.boolean(),
  createdAt: z.iso.datetime(),
  durationSeconds: z.number().nullable(),
  /** Tempo, key, kind and tags are those that count: corrected by a person, else measured. */
  bpm: z.number().nullable(),
  /** 1 for a value that a person has corrected. */
  bpmConfidence: z.number().nullable(),
  /** 0 = C … 11 = B. */
  keyTonic: z.number().int().min(0).max(11).nullable(),
  keyMode: z.enum(["major", "minor"]).nullable(),
  keyConfidence: z.number().nullable(),
  /** The note of a single sound, as "F#1". A sound has a key or a note, never both. */
  note: z.string().nullable(),
  noteConfidence: z.number().nullable(),
  kind: z.enum(SOUND_KINDS).nullable(),
  kindConfidence: z.number().nullable(),
  /** Which values a person has corrected. */
  corrected: z.array(z.enum(CORRECTABLE)),
  tags: z.array(z.string()),
  /** Those of the tags that the owner gave or accepted. */
  ownTags: z.array(z.string()),
  integratedLufs: z.number().nullable(),
  /** The level of a sound under 0.4 s, which is too short for `integratedLufs`: without a gate. */
  ungatedLufs: z.number().nullable(),
  /** What the owner says about the rights in it; null where nothing is said. */
  licence: z.enum(LICENCES).nullable(),
  aiTraining: z.enum(AI_TRAINING).nullable(),
});
export type SampleDto = z.infer<typeof sampleDto>;

/** One sample with everything that was found in it. */
export const sampleDetailDto = sampleDto.extend({
  sha256: z.string(),
  /** What was measured, whatever was corrected. */
  record: analysisRecordSchema.nullable(),
  /** What a person has corrected, whose it is and since when; null where the measured value counts. */
  corrections: sampleCorrectionsSchema,
  /** As the record has it, with what was corrected in place of what was measured. */
  description: z.string().nullable(),
  /** What optional plug-ins found; empty where none is switched on. */
  plugins: pluginResultsSchema,
  /** What the file says about itself in tags and chunks: never measured. Null until it is read. */
  fileTags: fileTagsSchema.nullable(),
  /** What the file's name and folder say. */
  nameFacts: nameFactsSchema,
  analysisSeconds: z.number().nullable(),
  analyzedAt: z.iso.datetime().nullable(),
  /** False once the file is gone, because it was refused. */
  originalKept: z.boolean(),
  /** Since when storage has lost the file; null while it is there. */
  originalMissingSince: z.iso.datetime().nullable(),
  /** Addresses on this origin; null until analysed. */
  peaksUrl: z.string().nullable(),
  spectrogramUrl: z.string().nullable(),
  /** The cover in the file; null if there is none. */
  coverUrl: z.string().nullable(),
  audioUrl: z.string().nullable(),
  downloadUrl: z.string().nullable(),
  /** A copy with tempo and key in its tags. */
  copyUrl: z.string().nullable(),
});

export function toSampleDto(row: SampleRow): SampleDto {
  return {
    id: row.id,
    fileName: row.fileName,
    folderPath: row.folderPath,
    status: row.status,
    failure: row.failure && { code: row.failure.code, message: row.failure.message },
    sizeBytes: row.sizeBytes,
    isFavourite: row.isFavourite,
    createdAt: row.createdAt,
    durationSeconds: row.durationSeconds,
    bpm: row.bpm,
    bpmConfidence: row.bpmConfidence,
    keyTonic: row.keyTonic,
    keyMode: row.keyMode,
    keyConfidence: row.keyConfidence,
    note: row.note,
    noteConfidence: row.noteConfidence,
    kind: row.kind,
    kindConfidence: row.kindConfidence,
    corrected: row.corrected,
    tags: row.tags,
    ownTags: row.ownTags,
    integratedLufs: row.integratedLufs,
    ungatedLufs: row.ungatedLufs,
    licence: row.licence,
    aiTraining: row.aiTraining,
  };
}

export function toSampleDetailDto(sample: SampleDetail): z.infer<typeof sampleDetailDto> {
  return {
    ...toSampleDto(sample),
    sha256: sample.sha256,
    record: sample.record,
    corrections: sample.corrections,
    description: sample.description,
    plugins: sample.plugins,
    fileTags: sample.fileTags,
    nameFacts: sample.nameFacts,
    analysisSeconds: sample.analysisSeconds,
    analyzedAt: sample.analyzedAt,
    originalKept: sample.originalKept,
    originalMissingSince: sample.originalMissingSince,
    peaksUrl: sample.peaksUrl,
    spectrogramUrl: sample.spectrogramUrl,
    coverUrl: sample.coverUrl,
    audioUrl: sample.audioUrl,
    downloadUrl: sample.downloadUrl,
    copyUrl: sample.copyUrl,
  };
}

import { z } from "zod";
import type { NameFacts } from "@/lib/analysis/file-tags/name-facts";
import type { FileTags } from "@/lib/analysis/file-tags/schema";
import type { AnalysisRecord } from "@/lib/analysis/record/schema";
import type { SoundKind } from "@/lib/analysis/record/values/kind";
import type { SampleStatus } from "@/lib/events/sample-event";
import type { AiTraining, Licence } from "@/lib/music/rights";
import type { PluginResults } from "@/lib/plugins/schema";
import type { Correctable, SampleCorrections } from "./corrections/schema";
import { LAYERS } from "./timeline-layers";

/** A row of the library. Times are ISO 8601, so that the row reaches the browser unchanged. */
export interface SampleRow {
  id: string;
  fileName: string;
  folderPath: string;
  status: SampleStatus;
  failure: { code: string; message: string } | null;
  sizeBytes: number;
  isFavourite: boolean;
  createdAt: string;
  durationSeconds: number | null;
  /** Tempo, key, kind and tags are those that count: corrected by a person, else measured. */
  bpm: number | null;
  /** 0–1; 1 for a value that a person has corrected. */
  bpmConfidence: number | null;
  /** 0 = C … 11 = B. */
  keyTonic: number | null;
  keyMode: "major" | "minor" | null;
  keyConfidence: number | null;
  /** The note of a single sound, as "F#1". A row has a key or a note, never both: a corrected key overrules the note. */
  note: string | null;
  noteConfidence: number | null;
  kind: SoundKind["label"] | null;
  kindConfidence: number | null;
  /** Which values a person has corrected. */
  corrected: Correctable[];
  tags: string[];
  /** Those of the tags that the owner gave or accepted. */
  ownTags: string[];
  integratedLufs: number | null;
  /** The level of a sound under 0.4 s, which is too short for `integratedLufs`. */
  ungatedLufs: number | null;
  /** What its owner says about the rights in it. Null where nothing is said. */
  licence: Licence | null;
  aiTraining: AiTraining | null;
}

/** A deleted sample that can still be restored. Times are ISO 8601. */
export interface TrashedSample {
  id: string;
  fileName: string;
  folderPath: string;
  sizeBytes: number;
  deletedAt: string;
  /** When it is removed for good. */
  goesAt: string;
}

/** Where a page of the library or the trash ends; the time to the microsecond. */
export interface SamplePosition {
  createdAt: string;
  id: string;
}

export interface SampleDetail extends SampleRow {
  sha256: string;
  /** What was measured, whatever was corrected. */
  record: AnalysisRecord | null;
  corrections: SampleCorrections;
  /** As the record has it, with what was corrected in place of what was measured. */
  description: string | null;
  /** What optional plug-ins found. Empty if none is turned on. */
  plugins: PluginResults;
  /** What the file says about itself. Null until it is read. */
  fileTags: FileTags | null;
  /** What the file's name and folder say. */
  nameFacts: NameFacts;
  analysisSeconds: number | null;
  analyzedAt: string | null;
  /** False once the object of a refused file is deleted, so that it cannot be analysed again. */
  originalKept: boolean;
  /** Since when storage has lost the original. Null while it is there. */
  originalMissingSince: string | null;
  /** Addresses on this origin, content-addressed and immutable. Null until the sample is analysed. */
  peaksUrl: string | null;
  spectrogramUrl: string | null;
  /** The cover in the file, encoded anew. Null if there is none. */
  coverUrl: string | null;
  /** Redirects to a presigned URL. */
  audioUrl: string | null;
  /** The same file as a download. */
  downloadUrl: string | null;
  /** A copy of it with tempo and key in its tags. */
  copyUrl: string | null;
}

export interface DashboardSummary {
  counts: Record<SampleStatus, number> & { total: number };
  storedBytes: number;
  analyzedSeconds: number;
  processing: SampleRow[];
  latest: SampleRow[];
}

export const sampleIdsSchema = z.object({ ids: z.array(z.uuid()).min(1).max(1000) });
export const sampleIdSchema = z.object({ id: z.uuid() });

export const hiddenLayersSchema = z.object({ hidden: z.array(z.enum(LAYERS)).max(LAYERS.length) });

export const setFavouriteSchema = z.object({ id: z.uuid(), isFavourite: z.boolean() });
export type SetFavourite = z.infer<typeof setFavouriteSchema>;

import { z } from "zod";
import { DISMISS_MAX } from "./constants";

/** `bytes`: the same file. `recording`: the same but for an encoder, a gain or a cut. `near`: sounds nearly the same. */
export const DUPLICATE_KINDS = ["bytes", "recording", "near"] as const;
export type DuplicateKind = (typeof DUPLICATE_KINDS)[number];

/** Samples of which no two are duplicates of each other. */
export const dismissDuplicatesSchema = z.object({ ids: z.array(z.uuid()).min(2).max(DISMISS_MAX) });
export type DismissDuplicates = z.infer<typeof dismissDuplicatesSchema>;

export interface DuplicateMember {
  id: string;
  fileName: string;
  folderPath: string;
  sizeBytes: number;
  createdAt: string;
  durationSeconds: number | null;
  /** As the file names them. */
  container: string | null;
  codec: string | null;
  sampleRateHz: number | null;
  channels: number | null;
  isFavourite: boolean;
  /** Tags, of the analysis and of the owner. */
  tags: string[];
  /** Fields that the file itself fills in, such as title and artist. */
  filledFields: number;
}

export interface DuplicateGroup {
  id: string;
  kind: DuplicateKind;
  /** The oldest first, at most 200. */
  members: DuplicateMember[];
  /** How many there are. */
  size: number;
  /** Which to keep, and why in words. Nothing is removed by itself. */
  suggestion: { keep: string; reason: string };
}

/** How far the search for duplicates has come in one library. */
export interface DuplicateProgress {
  lookedUp: number;
  waiting: number;
}

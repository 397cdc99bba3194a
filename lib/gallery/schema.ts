import { z } from "zod";
import type { SoundKind } from "@/lib/analysis/record/values/kind";
import { publicLine, publicText } from "@/lib/format/public-text";
import { msg } from "@/lib/language/text";
import { AI_TRAINING, type AiTraining, LICENCES, type Licence } from "@/lib/music/rights";
import { tagsSchema } from "@/lib/samples/tags/schema";
import { DESCRIPTION_MAX, PUBLIC_TAGS_MAX, TITLE_MAX } from "./constants";

/** What cards and pages show of a sound that is public. Times are ISO 8601. */
export interface PublicItem {
  id: string;
  slug: string;
  title: string;
  artistName: string;
  handle: string;
  /** Which picture the artist has. Null without one. */
  avatar: string | null;
  kind: SoundKind["label"] | null;
  /** What counts: corrected, else measured. */
  bpm: number | null;
  bpmConfidence: number | null;
  keyTonic: number | null;
  keyMode: "major" | "minor" | null;
  keyConfidence: number | null;
  seconds: number;
  lufs: number | null;
  /** 96 levels, base64. */
  overview: string | null;
  licence: Licence;
  allowsDownload: boolean;
  /** Whether it can be heard now. */
  hasPreview: boolean;
  playCount: number;
  downloadCount: number;
  publishedAt: string;
}

/** What a card shows of it, and nothing else: a page of cards is made anew when one of these values changes. */
export type CardItem = Omit<PublicItem, "avatar" | "playCount" | "downloadCount" | "publishedAt">;

export interface PublicDetail extends PublicItem {
  description: string;
  tags: string[];
  aiTraining: AiTraining;
  /** The note of a single sound, as "F#1". It has that or a key, never both. */
  note: string | null;
  noteConfidence: number | null;
  /** `making` for a moment after it was published; `none` if no copy of the file can be made. */
  preview: "ready" | "making" | "none";
}

/** The next cards of a list. */
export interface MoreItems {
  items: CardItem[];
  nextCursor: string | null;
}

/** Where a page of a list ends; the time to the microsecond. */
export interface ListPosition {
  at: string;
  id: string;
}

/** What the owner of a sample sees and edits. */
export interface OwnPublication {
  id: string;
  slug: string;
  state: "public" | "taken_down";
  title: string;
  description: string;
  tags: string[];
  licence: Licence;
  aiTraining: AiTraining;
  allowsDownload: boolean;
  takenDownReason: string | null;
  /** Of what was taken down: whether its owner can answer to that, waits, or was refused. */
  appeal: "possible" | "waiting" | "refused";
}

/** One of the things that a person has made public, for their programs. */
export interface ListedPublication extends Omit<OwnPublication, "state" | "takenDownReason" | "appeal"> {
  sampleId: string | null;
  state: "public" | "withdrawn" | "taken_down";
  playCount: number;
  downloadCount: number;
  publishedAt: string;
}

/** What the form begins with: from the analysis and what its owner said. */
export type PublishStart = Omit<OwnPublication, "id" | "slug" | "state" | "takenDownReason" | "appeal">;

/** Whether and how a sample is public, for its owner's page. */
export interface Publishing {
  sampleId: string;
  /** Null until the person has a public page. */
  handle: string | null;
  publication: OwnPublication | null;
  start: PublishStart;
}

/** Something that a person downloaded, under the licence of that moment. */
export interface ReceivedDownload {
  id: string;
  title: string;
  artistName: string;
  address: string;
  licence: Licence;
  aiTraining: AiTraining;
  sha256: string;
  downloadedAt: string;
  /** Whether its page is still there. */
  isPublic: boolean;
}

const atMost = (most: number) => (text: string) => [...text].length <= most;

const words = {
  title: z
    .string()
    .transform(publicLine)
    .pipe(z.string().min(1, msg("Enter a title")).refine(atMost(TITLE_MAX), msg`Use at most ${TITLE_MAX} characters`)),
  description: z
    .string()
    .default("")
    .transform(publicText)
    .pipe(z.string().refine(atMost(DESCRIPTION_MAX), msg`Use at most ${DESCRIPTION_MAX} characters`)),
  tags: tagsSchema
    .transform((tags) => [...new Set(tags.map(publicLine))].filter((tag) => tag !== ""))
    .refine((tags) => tags.length <= PUBLIC_TAGS_MAX, msg`Give at most ${PUBLIC_TAGS_MAX} tags`)
    .default([]),
  licence: z.enum(LICENCES),
  aiTraining: z.enum(AI_TRAINING),
  allowsDownload: z.boolean(),
};

export const publishSchema = z.object({ sampleId: z.uuid(), ...words });
export type Publish = z.input<typeof publishSchema>;

export const editPublicationSchema = z.object({ id: z.uuid(), ...words });
export type EditPublication = z.input<typeof editPublicationSchema>;

export const publicationIdSchema = z.object({ id: z.uuid() });

import { z } from "zod";
import { oneLine } from "@/lib/format/one-line";
import { msg } from "@/lib/language/text";
import { selectionSchema } from "@/lib/library/schema";
import type { SampleRow } from "@/lib/samples/schema";
import { CURVE_POINTS_MAX, NAME_MAX, RECEIPT_CHARACTERS_MAX } from "./constants";
import type { PlaylistStep } from "./order/explain";

const id = z.uuid().toLowerCase();
const name = z
  .string()
  .transform(oneLine)
  .pipe(z.string().min(1, msg("Enter a name")).max(NAME_MAX, msg`Use at most ${NAME_MAX} characters`));
const share = z.number().min(0).max(1);

/** What somebody wants of an order. The curve has its points from the left to the right. */
export const wishesSchema = z.strictObject({
  curve: z
    .array(z.strictObject({ at: share, energy: share }))
    .min(1)
    .max(CURVE_POINTS_MAX),
  firstId: id.nullable().default(null),
  lastId: id.nullable().default(null),
});
export type Wishes = z.output<typeof wishesSchema>;

/** The set is a collection, or a selection of one's own samples. */
export const generateSchema = z.strictObject({
  name,
  set: z.union([z.strictObject({ collectionId: id }), z.strictObject({ selection: selectionSchema })]),
  wishes: wishesSchema,
});
export type Generate = z.input<typeof generateSchema>;

export const playlistIdSchema = z.strictObject({ id });
/** `receipt`: what the deletion answered with. */
export const restorePlaylistSchema = z.strictObject({ id, receipt: z.string().max(RECEIPT_CHARACTERS_MAX) });
export type RestorePlaylist = z.input<typeof restorePlaylistSchema>;
/** With other wishes, the same set is put in a new order. */
export const changePlaylistSchema = z.strictObject({ id, name: name.optional(), wishes: wishesSchema.optional() });
export type ChangePlaylist = z.input<typeof changePlaylistSchema>;

export const FILE_FORMATS = ["m3u8", "rekordbox", "traktor"] as const;
export type FileFormat = (typeof FILE_FORMATS)[number];

export interface PlaylistHead {
  id: string;
  name: string;
  /** Samples that it was made of. */
  count: number;
  createdAt: string;
  updatedAt: string;
}

export interface Playlist extends PlaylistHead {
  wishes: Wishes;
  /** The measure: the costs of all steps and the distance from the curve, and the same of a greedy order. */
  cost: number;
  greedyCost: number;
  /** In order, without those that are gone or can no longer be heard. */
  steps: (PlaylistStep & { sample: SampleRow })[];
}

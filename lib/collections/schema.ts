import { z } from "zod";
import { emailSchema } from "@/lib/accounts/schema";
import { publicLine, publicText } from "@/lib/format/public-text";
import { msg } from "@/lib/language/text";
import { selectionSchema } from "@/lib/library/schema";
import type { SampleRow } from "@/lib/samples/schema";
import { QUERY_CHARACTERS_MAX } from "@/lib/search/constants";
import { parseQuery } from "@/lib/search-query/parse";
import {
  COLLECTION_NAME_MAX,
  COLOURS,
  type Colour,
  DESCRIPTION_MAX,
  ITEMS_AT_ONCE,
  LINK_DAYS,
  LINK_DAYS_MAX,
  MEMBER_ROLES,
  RECEIPT_CHARACTERS_MAX,
} from "./constants";

export type { Colour } from "./constants";

const id = z.uuid().toLowerCase();
/** Also strangers read it, who have a link. */
const name = z
  .string()
  .transform(publicLine)
  .pipe(
    z.string().min(1, msg("Enter a name")).max(COLLECTION_NAME_MAX, msg`Use at most ${COLLECTION_NAME_MAX} characters`),
  );
const description = z
  .string()
  .transform(publicText)
  .pipe(z.string().max(DESCRIPTION_MAX, msg`Use at most ${DESCRIPTION_MAX} characters`));
const query = z
  .string()
  .trim()
  .min(1, msg("Enter what to look for"))
  .max(QUERY_CHARACTERS_MAX)
  .refine(
    (text) => parseQuery(text).problems.length === 0,
    msg("Mend the search first: a part of it is not understood"),
  );

/** `query` makes it a smart one. `selection` are the first samples of one that is not. */
export const createCollectionSchema = z
  .strictObject({
    name,
    description: description.default(""),
    colour: z.enum(COLOURS).default("blue"),
    parentId: id.nullable().default(null),
    query: query.nullable().default(null),
    selection: selectionSchema.optional(),
  })
  .refine(
    (wanted) => wanted.query === null || wanted.selection === undefined,
    msg("A smart collection finds its samples"),
  );
export type CreateCollection = z.input<typeof createCollectionSchema>;

/** The fields that several people may edit at the same time. */
export const EDITED_FIELDS = ["name", "description", "colour", "coverSampleId", "query", "parentId"] as const;
export type EditedField = (typeof EDITED_FIELDS)[number];

/** A field that is left out stays as it is. `version` is the one that the person saw. */
export const editCollectionSchema = z.strictObject({
  id,
  version: z.int().min(1),
  name: name.optional(),
  description: description.optional(),
  colour: z.enum(COLOURS).optional(),
  coverSampleId: id.nullable().optional(),
  query: query.optional(),
  parentId: id.nullable().optional(),
});
export type EditCollection = z.input<typeof editCollectionSchema>;

export const collectionIdSchema = z.strictObject({ id });
/** `before` is the collection or sample that it comes to stand in front of; null for the end. */
export const moveCollectionSchema = z.strictObject({ id, before: id.nullable() });
export type MoveCollection = z.input<typeof moveCollectionSchema>;

const someIds = z.array(id).min(1).max(ITEMS_AT_ONCE);
export const addItemsSchema = z.strictObject({ id, selection: selectionSchema });
export type AddItems = z.input<typeof addItemsSchema>;
export const removeItemsSchema = z.strictObject({ id, sampleIds: someIds });
export type RemoveItems = z.input<typeof removeItemsSchema>;
/** `receipt`: what the removal answered with. */
export const restoreItemsSchema = z.strictObject({ id, receipt: z.string().max(RECEIPT_CHARACTERS_MAX) });
export type RestoreItems = z.input<typeof restoreItemsSchema>;
export const moveItemsSchema = z.strictObject({ id, sampleIds: someIds, before: id.nullable() });
export type MoveItems = z.input<typeof moveItemsSchema>;

export type MemberRole = (typeof MEMBER_ROLES)[number];
export type CollectionRole = "owner" | MemberRole;

export const inviteSchema = z.strictObject({ id, email: emailSchema, role: z.enum(MEMBER_ROLES) });
export type Invite = z.input<typeof inviteSchema>;
export const removeMemberSchema = z.strictObject({ id, memberId: id });
export const createLinkSchema = z.strictObject({
  id,
  days: z.int().min(1).max(LINK_DAYS_MAX).default(LINK_DAYS),
  allowsDownload: z.boolean().default(false),
});
export type CreateLink = z.input<typeof createLinkSchema>;
export const revokeLinkSchema = z.strictObject({ id, linkId: id });

/** Times are ISO 8601. */
export interface Collection {
  id: string;
  name: string;
  description: string;
  colour: Colour;
  parentId: string | null;
  /** Of a smart one. */
  query: string | null;
  version: number;
  /** Samples that can be seen now. Null of a smart one: it is found when it is opened. */
  count: number | null;
  coverSampleId: string | null;
  /** What the viewer may do. */
  role: CollectionRole;
  /** Null if it is the viewer's own. */
  ownerName: string | null;
  /** Whether it has members or links that work. Only the owner is told. */
  isShared: boolean;
  createdAt: string;
  updatedAt: string;
  deletedAt: string | null;
}

export interface CollectionItem {
  /** Of somebody else's sample without what is only its owner's: folder, star, own tags. */
  sample: SampleRow;
  /** Null if the viewer has added it. */
  addedBy: string | null;
}

export interface CollectionMember {
  id: string;
  email: string;
  /** Null until the person has joined. */
  name: string | null;
  role: MemberRole;
  joinedAt: string | null;
}

export interface CollectionLink {
  id: string;
  allowsDownload: boolean;
  createdAt: string;
  expiresAt: string;
}

export interface Invitation {
  collectionId: string;
  name: string;
  ownerName: string;
  role: MemberRole;
}

/** A field that somebody else had changed since the version that the editor saw, with the value that was replaced. */
export interface ChangedSince {
  field: EditedField;
  value: string | null;
  byName: string | null;
}

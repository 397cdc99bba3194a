import { z } from "zod";
import { sampleDto, toSampleDto } from "@/lib/api/operations/samples/dto";
import { COLOURS, MEMBER_ROLES } from "@/lib/collections/constants";
import { type CollectionItem, EDITED_FIELDS } from "@/lib/collections/schema";

export const collectionDto = z.object({
  id: z.uuid(),
  name: z.string(),
  description: z.string(),
  colour: z.enum(COLOURS),
  parentId: z.uuid().nullable(),
  /** Of a smart collection: what it finds. */
  query: z.string().nullable(),
  /** Grows with every edit. Send the one that was seen along with an edit. */
  version: z.number().int(),
  /** Null of a smart one. */
  count: z.number().int().nullable(),
  coverSampleId: z.uuid().nullable(),
  /** What the caller may do in it. */
  role: z.enum(["owner", ...MEMBER_ROLES]),
  /** Null of the caller's own. */
  ownerName: z.string().nullable(),
  isShared: z.boolean(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  deletedAt: z.iso.datetime().nullable(),
});

export const collectionItemDto = z.object({
  sample: sampleDto,
  /** The name of whoever added it; null for the caller. */
  addedBy: z.string().nullable(),
});

export const toCollectionItemDto = ({ sample, addedBy }: CollectionItem) => ({ sample: toSampleDto(sample), addedBy });

export const changedSinceDto = z.object({
  field: z.enum(EDITED_FIELDS),
  /** What the edit has replaced. */
  value: z.string().nullable(),
  byName: z.string().nullable(),
});

export const sharingDto = z.object({
  members: z.array(
    z.object({
      id: z.uuid(),
      email: z.string(),
      /** Null until the person has joined. */
      name: z.string().nullable(),
      role: z.enum(MEMBER_ROLES),
      joinedAt: z.iso.datetime().nullable(),
    }),
  ),
  links: z.array(
    z.object({ id: z.uuid(), allowsDownload: z.boolean(), createdAt: z.iso.datetime(), expiresAt: z.iso.datetime() }),
  ),
});

export const invitationDto = z.object({
  collectionId: z.uuid(),
  name: z.string(),
  ownerName: z.string(),
  role: z.enum(MEMBER_ROLES),
});

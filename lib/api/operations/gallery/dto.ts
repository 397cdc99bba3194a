import { z } from "zod";
import { pictureDto, toPictureDto } from "@/lib/api/operations/artist/dto";
import type { PublicDetail, PublicItem } from "@/lib/gallery/schema";
import { AI_TRAINING, LICENCES } from "@/lib/music/rights";

const confidence = z.number().min(0).max(1).nullable();

export const galleryItemDto = z.object({
  id: z.uuid(),
  slug: z.string(),
  /** Its page. */
  address: z.url(),
  title: z.string(),
  artist: z.object({ handle: z.string(), name: z.string(), picture: pictureDto.nullable() }),
  kind: z.enum(["one-shot", "loop", "track"]).nullable(),
  bpm: z.number().nullable(),
  bpmConfidence: confidence,
  /** 0 is C. */
  keyTonic: z.number().int().min(0).max(11).nullable(),
  keyMode: z.enum(["major", "minor"]).nullable(),
  keyConfidence: confidence,
  seconds: z.number(),
  lufs: z.number().nullable(),
  licence: z.enum(LICENCES),
  allowsDownload: z.boolean(),
  playCount: z.number().int(),
  downloadCount: z.number().int(),
  publishedAt: z.iso.datetime(),
});

export const galleryDetailDto = galleryItemDto.extend({
  description: z.string(),
  tags: z.array(z.string()),
  aiTraining: z.enum(AI_TRAINING),
  /** The note of a single sound, as "F#1". */
  note: z.string().nullable(),
  /** Where it can be heard and downloaded. Null while that is being made, and if its owner does not allow it. */
  soundAddress: z.url().nullable(),
  downloadAddress: z.url().nullable(),
});

export function toGalleryItemDto(item: PublicItem, origin: string) {
  const { artistName, handle, avatar, overview: _, hasPreview: _isHeard, ...rest } = item;
  const artist = { handle, name: artistName, picture: toPictureDto(origin, { handle, avatar }) };
  return { ...rest, artist, address: new URL(`/gallery/${item.slug}`, origin).toString() };
}

export function toGalleryDetailDto(item: PublicDetail, origin: string) {
  const at = (part: string) => new URL(`/gallery/${item.slug}/${part}`, origin).toString();
  return {
    ...toGalleryItemDto(item, origin),
    ...{ description: item.description, tags: item.tags, aiTraining: item.aiTraining, note: item.note },
    soundAddress: item.preview === "ready" ? at("audio") : null,
    downloadAddress: item.allowsDownload ? at("download") : null,
  };
}

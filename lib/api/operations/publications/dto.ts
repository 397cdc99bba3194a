import { z } from "zod";
import type { ListedPublication } from "@/lib/gallery/schema";
import { AI_TRAINING, LICENCES } from "@/lib/music/rights";

export const publicationDto = z.object({
  id: z.uuid(),
  /** Null once the sample is deleted for good. */
  sampleId: z.uuid().nullable(),
  slug: z.string(),
  /** Its page. */
  address: z.url(),
  state: z.enum(["public", "withdrawn", "taken_down"]),
  /** Empty once it is withdrawn, as are its description and tags. */
  title: z.string(),
  description: z.string(),
  tags: z.array(z.string()),
  licence: z.enum(LICENCES),
  aiTraining: z.enum(AI_TRAINING),
  allowsDownload: z.boolean(),
  playCount: z.number().int(),
  downloadCount: z.number().int(),
  publishedAt: z.iso.datetime(),
});

export const toPublicationDto = (publication: ListedPublication, origin: string) => ({
  ...publication,
  address: new URL(`/gallery/${publication.slug}`, origin).toString(),
});

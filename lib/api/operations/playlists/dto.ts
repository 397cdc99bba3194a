import { z } from "zod";
import { sampleDto, toSampleDto } from "@/lib/api/operations/samples/dto";
import { type Playlist, wishesSchema } from "@/lib/playlists/schema";

export const playlistHeadDto = z.object({
  id: z.uuid(),
  name: z.string(),
  count: z.number().int(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});

export const playlistDto = playlistHeadDto.extend({
  wishes: wishesSchema,
  /** The costs of all steps and the distance from the curve: the less, the better. */
  cost: z.number(),
  /** The same of an order that always takes what costs least next. */
  greedyCost: z.number(),
  steps: z.array(
    z.object({
      sampleId: z.uuid(),
      /** Why it is where it is. */
      text: z.string(),
      keyCost: z.number(),
      tempoCost: z.number(),
      energyCost: z.number(),
      sample: sampleDto,
    }),
  ),
});

export const toPlaylistDto = (playlist: Playlist) => ({
  ...playlist,
  steps: playlist.steps.map((step) => ({ ...step, sample: toSampleDto(step.sample) })),
});

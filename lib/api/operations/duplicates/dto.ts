import { z } from "zod";
import { DUPLICATE_KINDS, type DuplicateGroup } from "@/lib/duplicates/schema";

const memberDto = z.object({
  id: z.uuid(),
  fileName: z.string(),
  folderPath: z.string(),
  sizeBytes: z.number().int().nonnegative(),
  createdAt: z.iso.datetime(),
  durationSeconds: z.number().nullable(),
  container: z.string().nullable(),
  codec: z.string().nullable(),
  sampleRateHz: z.number().int().nullable(),
  channels: z.number().int().nullable(),
  isFavourite: z.boolean(),
});

/** Samples that are the same, or nearly. */
export const duplicateGroupDto = z.object({
  id: z.uuid(),
  /** `bytes`: the same file. `recording`: the same but for an encoder, a gain or a cut. `near`: nearly the same sound. */
  kind: z.enum(DUPLICATE_KINDS),
  /** The oldest first, at most 200. */
  members: z.array(memberDto),
  /** How many there are. */
  size: z.number().int(),
  /** Which to keep, and why. Nothing is removed by itself. */
  suggestion: z.object({ keep: z.uuid(), reason: z.string() }),
});

export function toDuplicateGroupDto(group: DuplicateGroup): z.infer<typeof duplicateGroupDto> {
  const members = group.members.map(({ tags, filledFields, ...member }) => member);
  return { ...group, members };
}

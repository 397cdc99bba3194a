import { z } from "zod";
import type { TrashedSample } from "@/lib/samples/schema";

/** A deleted sample that can still be restored. */
export const trashedSampleDto = z.object({
  id: z.uuid(),
  fileName: z.string(),
  folderPath: z.string(),
  sizeBytes: z.number().int().nonnegative(),
  deletedAt: z.iso.datetime(),
  /** When it is removed for good. */
  goesAt: z.iso.datetime(),
});

export function toTrashedSampleDto(row: TrashedSample): z.infer<typeof trashedSampleDto> {
  return {
    id: row.id,
    fileName: row.fileName,
    folderPath: row.folderPath,
    sizeBytes: row.sizeBytes,
    deletedAt: row.deletedAt,
    goesAt: row.goesAt,
  };
}

/** The samples that something was done to. Ids that are not in the caller's trash are left out. */
export const sampleIdsDto = z.object({ ids: z.array(z.uuid()) });

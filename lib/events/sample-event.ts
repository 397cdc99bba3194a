import { z } from "zod";

export const SAMPLE_STATUSES = ["uploading", "uploaded", "processing", "completed", "failed"] as const;
export type SampleStatus = (typeof SAMPLE_STATUSES)[number];

/** What `/api/v1/events` sends as `sample` events. The SSE id is the live event's id. */
export const sampleEventSchema = z.object({
  sampleId: z.uuid(),
  change: z.enum(["created", "status", "favourite", "deleted", "restored"]),
  status: z.enum(SAMPLE_STATUSES).optional(),
});
export type SampleEvent = z.infer<typeof sampleEventSchema>;

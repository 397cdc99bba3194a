import { z } from "zod";

export const SAMPLE_STATUSES = ["uploading", "uploaded", "processing", "completed", "failed"] as const;

/** Short files have places and a worker of their own, so that nobody's long files hold them up. */
export const LANES = ["quick", "full"] as const;
export type Lane = (typeof LANES)[number];
export type SampleStatus = (typeof SAMPLE_STATUSES)[number];

/** What `/api/v1/events` sends as `sample` events. The SSE id is the live event's id. */
export const sampleEventSchema = z.object({
  sampleId: z.uuid(),
  change: z.enum(["created", "status", "favourite", "deleted", "restored"]),
  status: z.enum(SAMPLE_STATUSES).optional(),
});
export type SampleEvent = z.infer<typeof sampleEventSchema>;

import { z } from "zod";

/** Every event of the system: its name and what it carries. Ids only; a step reads the rest itself. */
export const eventSchemas = {
  "sample.uploaded": z.object({ sampleId: z.uuid(), ownerId: z.uuid() }),
  "sample.deleted": z.object({ sampleId: z.uuid(), ownerId: z.uuid() }),
  "mail.queued": z.object({ mailId: z.uuid() }),
  "export.requested": z.object({ exportId: z.uuid() }),
  "sample.restored": z.object({ sampleId: z.uuid(), ownerId: z.uuid() }),
} as const;

export type EventName = keyof typeof eventSchemas;
export type EventData<Name extends EventName> = z.infer<(typeof eventSchemas)[Name]>;

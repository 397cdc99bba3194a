import { z } from "zod";
import { SAMPLE_STATUSES } from "@/lib/events/sample-event";
import type { KnownBytes, SignedPart, UploadState, UploadTicket } from "@/lib/uploads/schema";

const begun = { uploadId: z.uuid(), sampleId: z.uuid() };

/** Where the bytes of a new upload go: one PUT, or parts whose addresses are asked for as they are needed. */
export const uploadTicketDto = z.discriminatedUnion("kind", [
  z.object({
    ...begun,
    kind: z.literal("single"),
    url: z.url(),
    /** To send with the PUT, unchanged. */
    headers: z.record(z.string(), z.string()),
  }),
  z.object({
    ...begun,
    kind: z.literal("multipart"),
    partSizeBytes: z.number().int().positive(),
    partCount: z.number().int().positive(),
  }),
]);
export type UploadTicketDto = z.infer<typeof uploadTicketDto>;

/** An upload with the parts that storage has: all that is needed to resume it. */
export const uploadDto = z.object({
  ...begun,
  fileName: z.string(),
  folderPath: z.string(),
  sizeBytes: z.number().int().positive(),
  sha256: z.string(),
  /** Null for a single PUT. */
  partSizeBytes: z.number().int().positive().nullable(),
  uploadedParts: z.array(z.object({ partNumber: z.number().int(), etag: z.string(), sizeBytes: z.number().int() })),
});
export type UploadDto = z.infer<typeof uploadDto>;

export const completedUploadDto = z.object({ sampleId: z.uuid(), status: z.enum(SAMPLE_STATUSES) });

/** Bytes that the library already has, and in which sample. */
export const knownBytesDto = z.object({ sha256: z.string(), sampleId: z.uuid(), fileName: z.string() });

export const signedPartDto = z.object({ partNumber: z.number().int().positive(), url: z.url() });

export function toUploadTicketDto(ticket: UploadTicket): UploadTicketDto {
  const { uploadId, sampleId } = ticket;
  if (ticket.kind === "single") {
    return { uploadId, sampleId, kind: "single", url: ticket.url, headers: ticket.headers };
  }
  return { uploadId, sampleId, kind: "multipart", partSizeBytes: ticket.partSizeBytes, partCount: ticket.partCount };
}

export function toUploadDto(upload: UploadState): UploadDto {
  return {
    uploadId: upload.uploadId,
    sampleId: upload.sampleId,
    fileName: upload.fileName,
    folderPath: upload.folderPath,
    sizeBytes: upload.sizeBytes,
    sha256: upload.sha256,
    partSizeBytes: upload.partSizeBytes,
    uploadedParts: upload.uploadedParts.map(({ partNumber, etag, sizeBytes }) => ({ partNumber, etag, sizeBytes })),
  };
}

export function toKnownBytesDto({ sha256, sampleId, fileName }: KnownBytes): z.infer<typeof knownBytesDto> {
  return { sha256, sampleId, fileName };
}

export function toSignedPartDto({ partNumber, url }: SignedPart): z.infer<typeof signedPartDto> {
  return { partNumber, url };
}

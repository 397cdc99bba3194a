import { z } from "zod";
import { MAX_FILE_BYTES } from "./constants";

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

export const beginUploadSchema = z.object({
  /** Any name that a file system allows. Used for display only. */
  fileName: z.string().min(1).max(1024),
  folderPath: z.string().max(4096).default(""),
  sizeBytes: z.number().int().min(1).max(MAX_FILE_BYTES),
  declaredType: z.string().max(255).default(""),
  sha256,
  /** The caller's own batch that it belongs to. */
  batchId: z.uuid().toLowerCase().optional(),
});
export type BeginUpload = z.input<typeof beginUploadSchema>;

/** `POST /api/v1/uploads` → 201 with this; 409 `already_owned` with `sampleId` if the library already has these bytes. */
export type UploadTicket =
  | { uploadId: string; sampleId: string; kind: "single"; url: string; headers: Record<string, string> }
  | { uploadId: string; sampleId: string; kind: "multipart"; partSizeBytes: number; partCount: number };

/**
 * `POST /api/v1/uploads/known` `{ sha256s }` → `{ data: KnownBytes[] }`: which of these files the library already has.
 */
export const knownBytesSchema = z.object({ sha256s: z.array(sha256).min(1).max(1000) });
export interface KnownBytes {
  sha256: string;
  sampleId: string;
  fileName: string;
}

/** `POST /api/v1/uploads/{id}/parts` `{ partNumbers }` → `{ data: SignedPart[] }`. */
export const signPartsSchema = z.object({ partNumbers: z.array(z.number().int().min(1).max(10_000)).min(1).max(100) });
export interface SignedPart {
  partNumber: number;
  url: string;
}

/** `GET /api/v1/uploads/{id}`: what a page needs to resume an upload. */
export interface UploadState {
  uploadId: string;
  sampleId: string;
  fileName: string;
  folderPath: string;
  sizeBytes: number;
  sha256: string;
  partSizeBytes: number | null;
  uploadedParts: { partNumber: number; etag: string; sizeBytes: number }[];
}

/** Where a page of unfinished uploads ends; the time to the microsecond. */
export interface UploadPosition {
  createdAt: string;
  id: string;
}

/** `POST /api/v1/uploads/{id}/complete`: the parts are read from storage, never from the client. */

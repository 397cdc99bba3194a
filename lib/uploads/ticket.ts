import "server-only";
import { presignParts } from "@/lib/platform/s3";
import { partSizes } from "./parts";
import type { UploadTicket } from "./schema";

interface OpenUpload {
  uploadId: string;
  sampleId: string;
  ownerId: string;
  objectKey: string;
  multipartUploadId: string;
  sizeBytes: number;
  partSizeBytes: number | null;
}

/** Where the bytes of an open upload go. A single part's address is signed at once, others when they are needed. */
export async function ticketOf(upload: OpenUpload, origin: string): Promise<UploadTicket> {
  const { uploadId, sampleId, ownerId, objectKey: key, multipartUploadId, sizeBytes, partSizeBytes } = upload;
  if (partSizeBytes) {
    const partCount = partSizes(sizeBytes, partSizeBytes).length;
    return { uploadId, sampleId, kind: "multipart", partSizeBytes, partCount };
  }
  const parts = [{ partNumber: 1, sizeBytes }];
  const [signed] = await presignParts({ key, uploadId: multipartUploadId, parts, origin, issuedTo: ownerId });
  if (!signed) throw new Error("no address was signed");
  return { uploadId, sampleId, kind: "single", url: signed.url, headers: {} };
}

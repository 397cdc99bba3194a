import "server-only";
import { GetObjectCommand, PutObjectCommand, UploadPartCommand } from "@aws-sdk/client-s3";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import { env } from "@/lib/env";
import { presigningClient, reachStorage } from "./s3-client";

/** How long a presigned URL works unless the caller sets another time. */
export const PRESIGNED_URL_SECONDS = 15 * 60;

export interface PresignPutInput {
  key: string;
  /** Part of the signature: the store refuses a body of any other size. */
  contentLength: number;
  /** The origin that people use, `https://host:port`: see `requestOrigin`. */
  origin: string;
  contentType?: string;
  expiresSeconds?: number;
}

/** Signs one PUT of exactly `contentLength` bytes. The browser must send the returned headers unchanged. */
export async function presignPut(input: PresignPutInput): Promise<{ url: string; headers: Record<string, string> }> {
  const command = new PutObjectCommand({
    Bucket: env.S3_BUCKET,
    Key: input.key,
    ContentLength: input.contentLength,
    ContentType: input.contentType,
  });
  const signed = ["host", "content-length", ...(input.contentType ? ["content-type"] : [])];
  const url = await reachStorage(() =>
    getSignedUrl(presigningClient(input.origin), command, {
      expiresIn: input.expiresSeconds ?? PRESIGNED_URL_SECONDS,
      signableHeaders: new Set(signed),
    }),
  );
  return { url, headers: input.contentType ? { "content-type": input.contentType } : {} };
}

export interface PresignPartsInput {
  key: string;
  uploadId: string;
  parts: { partNumber: number; sizeBytes: number }[];
  origin: string;
  expiresSeconds?: number;
}

/** Signs one URL for each part, valid only for that part's exact size. */
export async function presignParts(input: PresignPartsInput): Promise<{ partNumber: number; url: string }[]> {
  const client = presigningClient(input.origin);
  const sign = async ({ partNumber, sizeBytes }: { partNumber: number; sizeBytes: number }) => {
    const command = new UploadPartCommand({
      Bucket: env.S3_BUCKET,
      Key: input.key,
      UploadId: input.uploadId,
      PartNumber: partNumber,
      ContentLength: sizeBytes,
    });
    const url = await getSignedUrl(client, command, {
      expiresIn: input.expiresSeconds ?? PRESIGNED_URL_SECONDS,
      signableHeaders: new Set(["host", "content-length"]),
    });
    return { partNumber, url };
  };
  return reachStorage(() => Promise.all(input.parts.map(sign)));
}

export interface PresignGetInput {
  key: string;
  origin: string;
  /** If given, the browser saves the object under this name. */
  fileName?: string;
  contentType?: string;
  expiresSeconds?: number;
}

export async function presignGet(input: PresignGetInput): Promise<string> {
  const command = new GetObjectCommand({
    Bucket: env.S3_BUCKET,
    Key: input.key,
    ResponseContentDisposition: input.fileName === undefined ? undefined : attachmentDisposition(input.fileName),
    ResponseContentType: input.contentType,
  });
  return reachStorage(() =>
    getSignedUrl(presigningClient(input.origin), command, {
      expiresIn: input.expiresSeconds ?? PRESIGNED_URL_SECONDS,
    }),
  );
}

/** `attachment` with the name in both forms of RFC 6266, so that no character in it can end the header. */
export function attachmentDisposition(fileName: string): string {
  const wellFormed = fileName.toWellFormed();
  const ascii = wellFormed.replace(/[^\x20-\x7e]|["\\%/;]/gu, "_");
  const encoded = encodeURIComponent(wellFormed).replace(
    /['()*!]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}

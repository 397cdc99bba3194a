import "server-only";
import { GetObjectCommand, UploadPartCommand } from "@aws-sdk/client-s3";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import { env } from "@/lib/env";
import { presigningClient, reachStorage } from "./s3-client";

/** How long a presigned URL works unless the caller sets another time. */
export const PRESIGNED_URL_SECONDS = 15 * 60;

/**
 * The parameter that names whom an address was given to. It is signed with the rest. The store that this application
 * serves asks whether that person may still use it; other stores ignore parameters that begin with `x-`.
 */
export const ISSUED_TO = "x-issued-to";

interface Issued {
  /** The id of the person who gets the address. */
  issuedTo: string;
  /** The origin that people use, `https://host:port`: see `requestOrigin`. */
  origin: string;
  expiresSeconds?: number;
}

export interface PresignPartsInput extends Issued {
  key: string;
  uploadId: string;
  parts: { partNumber: number; sizeBytes: number }[];
}

/**
 * Signs one URL for each part, valid only for that part's exact size. Nothing else is ever signed for writing: a part's
 * address stops with its upload, in every store, while the address of an object could replace it until it expires.
 */
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
    command.middlewareStack.add(namingHolder(input.issuedTo), { step: "build" });
    const url = await getSignedUrl(client, command, {
      expiresIn: input.expiresSeconds ?? PRESIGNED_URL_SECONDS,
      signableHeaders: new Set(["host", "content-length"]),
    });
    return { partNumber, url };
  };
  return reachStorage(() => Promise.all(input.parts.map(sign)));
}

export interface PresignGetInput extends Issued {
  key: string;
  /** If given, the browser saves the object under this name. */
  fileName?: string;
  contentType?: string;
}

/** Signs the reading of an object. A browser may keep what it got as long as the address works, and nobody else may. */
export async function presignGet(input: PresignGetInput): Promise<string> {
  const expiresIn = input.expiresSeconds ?? PRESIGNED_URL_SECONDS;
  const command = new GetObjectCommand({
    Bucket: env.S3_BUCKET,
    Key: input.key,
    ResponseContentDisposition: input.fileName === undefined ? undefined : attachmentDisposition(input.fileName),
    ResponseContentType: input.contentType,
    ResponseCacheControl: `private, max-age=${expiresIn}`,
  });
  command.middlewareStack.add(namingHolder(input.issuedTo), { step: "build" });
  return reachStorage(() => getSignedUrl(presigningClient(input.origin), command, { expiresIn }));
}

/** Adds the holder to the query before it is signed. */
function namingHolder(issuedTo: string) {
  return <Args extends { request: unknown }, Output>(next: (args: Args) => Promise<Output>) =>
    async (args: Args): Promise<Output> => {
      const { query } = args.request as { query: Record<string, string> };
      query[ISSUED_TO] = issuedTo;
      return next(args);
    };
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

import { openPicture } from "@/lib/analysis/pictures/open-picture";

const LONGEST_SIDE = 512;

/**
 * Encodes a stranger's picture anew: small, as WebP, without its metadata. Returns null if it is none, or too large. Only
 * for the worker process.
 */
export async function encodeCover(bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    const picture = await openPicture(bytes);
    const small = picture.autoOrient().resize(LONGEST_SIDE, LONGEST_SIDE, { fit: "inside", withoutEnlargement: true });
    return new Uint8Array(await small.webp({ quality: 80 }).toBuffer());
  } catch {
    return null;
  }
}

const LONGEST_SIDE = 512;
/** A picture of a few kilobytes may claim billions of pixels. */
const MOST_PIXELS = 32_000_000;
/** What covers are stored as. Everything else that the library reads (SVG, PDF, TIFF) only widens what can be attacked. */
const READ = ["VipsForeignLoadJpeg", "VipsForeignLoadPng", "VipsForeignLoadWebp", "VipsForeignLoadNsgif"];

/**
 * Encodes a stranger's picture anew: small, as WebP, without its metadata. Returns null if it is none, or too large.
 * The library is native code, so this runs only in the worker process, and is loaded by the first cover.
 */
export async function encodeCover(bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    const { default: sharp } = await import("sharp");
    sharp.block({ operation: ["VipsForeignLoad"] });
    sharp.unblock({ operation: READ });
    sharp.concurrency(1);
    sharp.cache(false);
    const picture = sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: "error", animated: false });
    const small = picture.autoOrient().resize(LONGEST_SIDE, LONGEST_SIDE, { fit: "inside", withoutEnlargement: true });
    return new Uint8Array(await small.webp({ quality: 80 }).toBuffer());
  } catch {
    return null;
  }
}

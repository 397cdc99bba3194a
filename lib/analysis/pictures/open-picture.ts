import type { Sharp } from "sharp";

/** A picture of a few kilobytes may claim billions of pixels. */
export const MOST_PIXELS = 32_000_000;
/** What pictures of people and covers are. Everything else that the library reads (SVG, PDF, TIFF) only widens what can be attacked. */
const READ = ["VipsForeignLoadJpeg", "VipsForeignLoadPng", "VipsForeignLoadWebp", "VipsForeignLoadNsgif"];

/**
 * Opens a stranger's picture, of which only the first frame is read. Reading throws if it is none, is broken off or has
 * too many pixels. What is encoded from it has none of its metadata. The library is native code, so this runs only in the
 * worker process, and is loaded by the first picture.
 */
export async function openPicture(bytes: Uint8Array): Promise<Sharp> {
  const { default: sharp } = await import("sharp");
  sharp.block({ operation: ["VipsForeignLoad"] });
  sharp.unblock({ operation: READ });
  sharp.concurrency(1);
  sharp.cache(false);
  return sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: "error", animated: false });
}

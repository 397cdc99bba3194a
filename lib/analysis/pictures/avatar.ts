import { AVATAR_SIDES } from "./avatar-sides";
import { openPicture } from "./open-picture";

/** Why a picture is not taken: it is none or broken, claims too many pixels, or has several frames. */
export type AvatarRefusal = "not_a_picture" | "too_many_pixels" | "moving_picture";

export type DrawnAvatar =
  | { outcome: "drawn"; large: Uint8Array; small: Uint8Array }
  | { outcome: "refused"; reason: AvatarRefusal };

const OVER_LIMIT = /exceeds pixel limit/;

/** Draws a person's picture anew in two squares, as WebP and without metadata. Only for the worker process. */
export async function drawAvatar(bytes: Uint8Array): Promise<DrawnAvatar> {
  try {
    const { pages = 1 } = await (await openPicture(bytes)).metadata();
    if (pages > 1) return { outcome: "refused", reason: "moving_picture" };
    return {
      outcome: "drawn",
      large: await square(bytes, AVATAR_SIDES.large),
      small: await square(bytes, AVATAR_SIDES.small),
    };
  } catch (error) {
    const isOver = error instanceof Error && OVER_LIMIT.test(error.message);
    return { outcome: "refused", reason: isOver ? "too_many_pixels" : "not_a_picture" };
  }
}

/** The middle of a picture, as it was held. */
async function square(bytes: Uint8Array, side: number): Promise<Uint8Array> {
  const picture = (await openPicture(bytes)).autoOrient().resize(side, side, { fit: "cover" });
  return new Uint8Array(await picture.webp({ quality: 82 }).toBuffer());
}

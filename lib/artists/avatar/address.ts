import { AVATAR_SIDES, type AvatarSize } from "@/lib/analysis/pictures/avatar-sides";

/** Whose picture it is, and which one: a new picture has a new version, so that nobody sees an old one by its address. */
export interface PicturedArtist {
  handle: string;
  avatar: string;
}

/** Where a person's picture is. */
export const avatarPath = ({ handle, avatar }: PicturedArtist, size: AvatarSize): string =>
  `/artists/${encodeURIComponent(handle)}/pictures/${avatar}-${AVATAR_SIDES[size]}.webp`;

const SIZES = new Map(Object.entries(AVATAR_SIDES).map(([size, side]) => [String(side), size as AvatarSize]));

/** What the last part of such an address asks for. Null if it is none. */
export function readAvatarName(name: string): { avatar: string; size: AvatarSize } | null {
  const [, avatar = "", side = ""] = /^([0-9a-f]{12})-(\d+)\.webp$/.exec(name) ?? [];
  const size = SIZES.get(side);
  return avatar && size ? { avatar, size } : null;
}

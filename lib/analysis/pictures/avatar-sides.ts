/** Pixels of a side of the two squares that a person's picture is drawn in. */
export const AVATAR_SIDES = { large: 512, small: 128 } as const;
export type AvatarSize = keyof typeof AVATAR_SIDES;

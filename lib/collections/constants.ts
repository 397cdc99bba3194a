/** Collections of one person, those in the trash included. */
export const COLLECTIONS_MAX = 500;
export const COLLECTION_NAME_MAX = 120;
export const DESCRIPTION_MAX = 2000;
/** Samples of one collection. */
export const ITEMS_MAX = 100_000;
/** Items that one request moves or removes. */
export const ITEMS_AT_ONCE = 1000;
/** Of what tells how that many items stood. */
export const RECEIPT_CHARACTERS_MAX = 250 * ITEMS_AT_ONCE;
export const ITEM_ROWS = 50;
export const ITEM_ROWS_MAX = 200;
export const MEMBERS_MAX = 50;
export const LINKS_MAX = 20;
export const LINK_DAYS = 30;
export const LINK_DAYS_MAX = 365;
/** How long a deleted collection can be restored. */
export const RESTORE_DAYS = 30;
/** How long an address in storage works that somebody else than the owner was given. */
export const SHARED_SOUND_SECONDS = 15 * 60;

/** The palette. Each has a colour for the dark and one for the light theme. */
export const COLOURS = ["slate", "red", "orange", "yellow", "green", "teal", "blue", "violet", "pink"] as const;
export type Colour = (typeof COLOURS)[number];

/** `view`: hears it. `add`: also adds samples of their own, puts all in order, and edits name, text and colour. */
export const MEMBER_ROLES = ["view", "add"] as const;

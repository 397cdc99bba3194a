import { msg } from "@/lib/language/text";
/** A deleted sample stays in the trash for this long; then the row and its objects are removed. */
export const UNDO_WINDOW_SECONDS = 10 * 60;
export const TRASH_MAX_ROWS = 1000;

/** Explains a missing value that an admin has switched off, for everybody or for this person. */
export const SWITCHED_OFF = { code: "switched_off", reason: msg("Your administrator has switched this off.") };

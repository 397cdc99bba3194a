/** After delete, undo works this long; then the row and its objects go. */
export const UNDO_WINDOW_SECONDS = 10 * 60;
export const LIBRARY_MAX_ROWS = 10_000;

/** Beside a value that is absent because an administrator switched it off, for everybody or for this person. */
export const SWITCHED_OFF = { code: "switched_off", reason: "Switched off by your administrator." };

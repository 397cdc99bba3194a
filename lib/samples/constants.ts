/** After delete, undo works this long; then the row and its objects go. */
export const UNDO_WINDOW_SECONDS = 10 * 60;
export const LIBRARY_MAX_ROWS = 10_000;

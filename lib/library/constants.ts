/** Ids that one selection can name. Whoever means more of them means a query. */
export const SELECTED_IDS_MAX = 10_000;
/** Samples that a selection is resolved into at once. */
export const SELECTED_AT_ONCE = 1000;

/** Rows of a page of the library's window. */
export const WINDOW_ROWS = 200;
export const WINDOW_ROWS_MAX = 500;
/** Rows that are asked for by id because something about them changed. */
export const CHANGED_ROWS_MAX = 200;
/** Folders of a page of the tree. */
export const FOLDERS = 200;
export const FOLDERS_MAX = 500;
/** Longer paths are in no index. */
export const FOLDER_CHARACTERS_MAX = 1000;

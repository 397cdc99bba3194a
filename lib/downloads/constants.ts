/** Samples whose ids fit into an address. More are sent as a form. */
export const LINKED_IDS_MAX = 200;
/** Rows that are read and written at once: what a table holds in memory. */
export const ROWS_AT_ONCE = 250;
/** Files of one archive. Its list is held in memory until the end. */
export const ARCHIVE_FILES_MAX = 20_000;
/** Archives and tables that one person may have under way at once, and all together in one process. */
export const DOWNLOADS_AT_ONCE = 3;
export const DOWNLOADS_OF_ALL_AT_ONCE = 40;
/** Copies of single samples are small and asked for in handfuls: as many as a browser has connections to one host. */
export const COPIES_AT_ONCE = 6;
/** Somebody may pause a download for so long. Then it breaks off, and its place is another's. */
export const PAUSE_MOST_MS = 15 * 60_000;
/** A region is decoded from the beginning of its original, which is copied to this machine for it. */
export const REGION_ORIGINAL_BYTES_MAX = 1024 ** 3;
export const REGION_BYTES_MAX = 1024 ** 3;
export const SHORTEST_REGION_SECONDS = 0.001;

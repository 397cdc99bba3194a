/** Raised when the reader finds more or other things: every file is then read again in the background. */
export const FILE_TAGS_VERSION = 1;

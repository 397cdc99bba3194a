export const MAX_FILE_BYTES = 100 * 1024 * 1024;
/** Up to this size, a file is sent with one PUT; above it, in parts, so that a reload loses at most one part. */
export const SINGLE_PUT_MAX_BYTES = 16 * 1024 * 1024;
export const PART_SIZE_BYTES = 8 * 1024 * 1024;
/** An unfinished upload is aborted and its sample removed after this long. */
export const UPLOAD_EXPIRY_SECONDS = 24 * 60 * 60;

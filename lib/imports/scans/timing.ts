/** A run that does not renew its lease for this long counts as dead. */
export const LEASE_SECONDS = 60;
/** How long one step reads files. Then another person's scan has its turn. */
export const PORTION_MS = 8_000;
/** After so many portions a run ends and another goes on: an executor keeps every step of a run. */
export const PORTIONS_A_RUN = 200;
/** How many scans run at once, each of another person. */
export const SCANS_AT_ONCE = 2;
/** What the sweep does about a folder that cannot be reached. */
export const UNREACHABLE_RETRY_SECONDS = 120;
/** An object that is in storage before its row is there is deleted after this long. */
export const RESERVED_SECONDS = 60 * 60;
/** How often a file is tried that is written to while it is read, and how long it is left alone before. */
export const CHANGING_TRIES = 3;
export const CHANGING_SECONDS = 3;

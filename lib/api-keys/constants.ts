import type { Permission } from "@/lib/identity/permissions";

/** Live keys that one person may have. */
export const API_KEYS_MAX = 25;
export const ALLOWED_CIDRS_MAX = 20;
export const REQUESTS_PER_MINUTE_MAX = 600;
export const EXPIRY_DAYS_MAX = 3650;

/**
 * What a key can be granted, if its owner has it: every permission that an operation of the API asks for, and no other,
 * because that would do nothing. Keys made when there were more keep theirs.
 */
export const KEY_SCOPES = [
  "samples:upload",
  "samples:read",
  "samples:update",
  "samples:delete",
  "samples:download",
  "batches:create",
  "imports:manage",
  "search:text",
  "search:similarity",
  "collections:manage",
  "gallery:publish",
] as const satisfies readonly Permission[];
export type KeyScope = (typeof KEY_SCOPES)[number];

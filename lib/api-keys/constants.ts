import { PERMISSIONS, type Permission } from "@/lib/identity/permissions";

/** Live keys that one person may have. */
export const API_KEYS_MAX = 25;
export const ALLOWED_CIDRS_MAX = 20;
export const REQUESTS_PER_MINUTE_MAX = 600;
export const EXPIRY_DAYS_MAX = 3650;

/** Only a signed-in person may do these: a key for them would be a second password. */
const SESSION_ONLY: ReadonlySet<Permission> = new Set(["api:access", "users:manage", "flags:manage"]);
/** What a key can be granted, if its owner has it. */
export const KEY_SCOPES = PERMISSIONS.filter((permission) => !SESSION_ONLY.has(permission));

import { AppError } from "@/lib/errors";

/** Each is `resource:action`. */
export const PERMISSIONS = [
  "samples:upload",
  "samples:read",
  "samples:update",
  "samples:delete",
  "samples:download",
  "analysis:run",
  "analysis:advanced",
  "batches:create",
  "imports:manage",
  "search:text",
  "search:similarity",
  "collections:manage",
  "gallery:publish",
  "gallery:react",
  "api:access",
  "webhooks:manage",
  "releases:manage",
  "users:manage",
  "flags:manage",
  "gallery:moderate",
  "system:observe",
  "site:manage",
] as const;
export type Permission = (typeof PERMISSIONS)[number];

export const ROLES = ["free", "pro", "studio", "enterprise", "admin"] as const;
export type Role = (typeof ROLES)[number];

const FREE: readonly Permission[] = [
  "samples:upload",
  "samples:read",
  "samples:update",
  "samples:delete",
  "samples:download",
  "analysis:run",
  "search:text",
  "search:similarity",
  "collections:manage",
  "gallery:publish",
  "gallery:react",
];
const PRO: readonly Permission[] = [...FREE, "analysis:advanced", "releases:manage"];
const STUDIO: readonly Permission[] = [...PRO, "batches:create", "imports:manage"];
const ENTERPRISE: readonly Permission[] = [...STUDIO, "api:access", "webhooks:manage"];

/** The only table of what each role may do if plans are on. */
export const ROLE_PERMISSIONS: Readonly<Record<Role, readonly Permission[]>> = {
  free: FREE,
  pro: PRO,
  studio: STUDIO,
  enterprise: ENTERPRISE,
  admin: PERMISSIONS,
};

const ADMINISTRATION: readonly Permission[] = [
  "users:manage",
  "flags:manage",
  "gallery:moderate",
  "system:observe",
  "site:manage",
];
/** What everybody but an admin may do if plans are off. */
const MEMBER = PERMISSIONS.filter((permission) => !ADMINISTRATION.includes(permission));

/** What a role may do, with plans or without. With an API key, no more than its scopes. */
export function permissionsOf(role: Role, plans: boolean, scopes?: readonly string[]): ReadonlySet<Permission> {
  const granted = plans || role === "admin" ? ROLE_PERMISSIONS[role] : MEMBER;
  return new Set(scopes ? granted.filter((permission) => scopes.includes(permission)) : granted);
}

export function can(actor: { permissions: ReadonlySet<Permission> }, permission: Permission): boolean {
  return actor.permissions.has(permission);
}

/**
 * The first line of every verb, and of reads for pages and the API.
 * @throws AppError `forbidden`
 */
export function requirePermission(actor: { permissions: ReadonlySet<Permission> }, permission: Permission): void {
  if (!can(actor, permission)) throw new AppError("forbidden");
}

/**
 * For what people do to their own account, API keys included: needs a signed-in person, never a key.
 * @throws AppError `forbidden`
 */
export function requireOwnSession(actor: { sessionId: string | null; apiKeyId: string | null }): void {
  if (actor.sessionId === null || actor.apiKeyId !== null) throw new AppError("forbidden");
}

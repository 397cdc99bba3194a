import type { Role } from "@/lib/identity/permissions";

/** What an admin can do to an account. */
export type PersonVerb = "role" | "quota" | "beta" | "suspend" | "unsuspend" | "sign-out" | "reset-link" | "delete";

/** Everything else would lock the admins themselves out, or belongs in their own settings. */
const SAFE_ON_ONESELF: ReadonlySet<PersonVerb> = new Set(["quota", "beta"]);

interface Target {
  id: string;
  isDemo: boolean;
}

/**
 * Why an action is refused, as far as the rows alone decide. Whether it would remove the last admin is settled in SQL.
 */
export function refusalOf(
  actor: { id: string },
  target: Target,
  verb: PersonVerb,
  role?: Role,
): "yourself" | "demo_account" | null {
  if (actor.id === target.id && !SAFE_ON_ONESELF.has(verb)) return "yourself";
  // Everybody knows its password: it is on the front page.
  if (target.isDemo && (verb === "reset-link" || role === "admin")) return "demo_account";
  return null;
}

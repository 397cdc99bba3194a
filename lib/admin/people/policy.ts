import type { Role } from "@/lib/identity/permissions";

/** What an administrator can do to an account. */
export type PersonVerb = "role" | "quota" | "beta" | "suspend" | "unsuspend" | "sign-out" | "reset-link" | "delete";

/** Everything else would lock the administrator out, or has its place in their own settings. */
const SAFE_ON_ONESELF: ReadonlySet<PersonVerb> = new Set(["quota", "beta"]);

interface Target {
  id: string;
  isDemo: boolean;
}

/** Why not, where the rows alone decide it; whether the last administrator would go is settled in SQL. */
export function refusalOf(
  actor: { id: string },
  target: Target,
  verb: PersonVerb,
  role?: Role,
): "yourself" | "demo_account" | null {
  if (actor.id === target.id && !SAFE_ON_ONESELF.has(verb)) return "yourself";
  // Its password is on the front page.
  if (target.isDemo && (verb === "reset-link" || role === "admin")) return "demo_account";
  return null;
}

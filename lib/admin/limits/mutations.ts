import "server-only";
import { eq } from "drizzle-orm";
import { signInFailures } from "@/db/schema/sign-in-failures";
import { users } from "@/db/schema/users";
import { ok, type Result, refused } from "@/lib/errors";
import type { Ctx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import { inTransaction, type Work } from "@/lib/work/unit-of-work";
import { type ClearLockout, clearLockoutSchema } from "./schema";

/**
 * Forgets the failed sign-ins of an account or address: the next attempt is checked again, and counting starts over.
 */
export async function clearLockout(ctx: Ctx, input: ClearLockout): Promise<Result<null, "not_found">> {
  requirePermission(ctx.actor, "users:manage");
  const { subject } = clearLockoutSchema.parse(input);
  return inTransaction(ctx, async (work) => {
    const [cleared] = await work.tx
      .delete(signInFailures)
      .where(eq(signInFailures.subject, subject))
      .returning({ failures: signInFailures.failures, lockedUntil: signInFailures.lockedUntil });
    if (!cleared) return refused("not_found");
    const target = await targetOf(work, subject);
    work.audit({ action: "lockout.cleared", ...(target ? { target } : {}), before: cleared });
    return ok(null);
  });
}

/**
 * The account's id, or the IP address. Returns null for an e-mail address without an account, which is not recorded.
 */
async function targetOf(work: Work, subject: string): Promise<{ type: string; id: string } | null> {
  const name = subject.slice(subject.indexOf(":") + 1);
  if (subject.startsWith("address:")) return { type: "address", id: name };
  const [person] = await work.tx.select({ id: users.id }).from(users).where(eq(users.email, name));
  return person ? { type: "user", id: person.id } : null;
}

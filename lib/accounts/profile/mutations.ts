import "server-only";
import { and, eq, ne } from "drizzle-orm";
import { users } from "@/db/schema/users";
import { ok, type Result, refused } from "@/lib/errors";
import type { Ctx } from "@/lib/identity/actor";
import { requireOwnSession } from "@/lib/identity/permissions";
import { inTransaction } from "@/lib/work/unit-of-work";
import { type RenameInput, renameSchema } from "./schema";

/** Changes the actor's own name. The audit records the change but neither name. */
export async function renameAccount(ctx: Ctx, input: RenameInput): Promise<Result<null, "demo_account">> {
  requireOwnSession(ctx.actor);
  const { name } = renameSchema.parse(input);
  if (ctx.actor.isDemo) return refused("demo_account");
  const { id } = ctx.actor;
  return inTransaction(ctx, async (work) => {
    const renamed = await work.tx
      .update(users)
      .set({ name })
      .where(and(eq(users.id, id), ne(users.name, name)))
      .returning({ id: users.id });
    if (renamed.length > 0) work.audit({ action: "account.renamed", target: { type: "user", id } });
    return ok(null);
  });
}

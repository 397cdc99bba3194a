import "server-only";
import { and, count, eq, sql } from "drizzle-orm";
import { apiKeys } from "@/db/schema/api-keys";
import { ok, type Result, refused } from "@/lib/errors";
import { requireFlag } from "@/lib/flags/data";
import type { Ctx } from "@/lib/identity/actor";
import { newKeySecret } from "@/lib/identity/api-keys/key-secret";
import { isLive } from "@/lib/identity/api-keys/lookups";
import { requireOwnSession, requirePermission } from "@/lib/identity/permissions";
import { lockSignedIn } from "@/lib/identity/writes";
import { inTransaction } from "@/lib/work/unit-of-work";
import { API_KEYS_MAX } from "./constants";
import { newKeyMail } from "./letters";
import { apiKeyIdSchema, type CreateApiKey, createApiKeySchema, type NewApiKey } from "./schema";

/** Makes a key that may do no more than its owner. Only this answer contains the secret. */
export async function createApiKey(
  ctx: Ctx,
  input: CreateApiKey,
): Promise<Result<NewApiKey, "demo_account" | "scope_not_held" | "too_many_keys">> {
  requireOwnSession(ctx.actor);
  requirePermission(ctx.actor, "api:access");
  const { expiresInDays, ...wanted } = createApiKeySchema.parse(input);
  await requireFlag(ctx.actor, "api");
  if (ctx.actor.isDemo) return refused("demo_account");
  if (!wanted.scopes.every((scope) => ctx.actor.permissions.has(scope))) return refused("scope_not_held");
  const { secret, prefix, keyHash } = newKeySecret();
  return inTransaction(ctx, async (work) => {
    // Two simultaneous requests must not both take the last free place.
    const email = await lockSignedIn(work.tx, ctx.actor);
    const [existing] = await work.tx
      .select({ keys: count() })
      .from(apiKeys)
      .where(and(eq(apiKeys.userId, ctx.actor.id), isLive()));
    if ((existing?.keys ?? 0) >= API_KEYS_MAX) return refused("too_many_keys");
    const expiresAt = expiresInDays === null ? null : sql`now() + make_interval(days => ${expiresInDays})`;
    const [row] = await work.tx
      .insert(apiKeys)
      .values({ ...wanted, userId: ctx.actor.id, prefix, keyHash, expiresAt })
      .returning({ id: apiKeys.id, expiresAt: apiKeys.expiresAt });
    if (!row) throw new Error("insert returned no row");
    const { scopes, allowedCidrs, requestsPerMinute } = wanted;
    work.audit({
      action: "api_key.created",
      target: { type: "api_key", id: row.id },
      after: { scopes, allowedCidrs, requestsPerMinute, expiresAt: row.expiresAt },
    });
    work.mail(newKeyMail(email, prefix, "created"));
    return ok({ id: row.id, secret });
  });
}

/** Gives the key a new secret. The old one stops working at once. */
export async function rotateApiKey(
  ctx: Ctx,
  input: { id: string },
): Promise<Result<NewApiKey, "not_found" | "demo_account">> {
  requireOwnSession(ctx.actor);
  requirePermission(ctx.actor, "api:access");
  const { id } = apiKeyIdSchema.parse(input);
  if (ctx.actor.isDemo) return refused("demo_account");
  const { secret, prefix, keyHash } = newKeySecret();
  return inTransaction(ctx, async (work) => {
    const email = await lockSignedIn(work.tx, ctx.actor);
    const [row] = await work.tx
      .update(apiKeys)
      .set({ prefix, keyHash, lastUsedAt: null, lastUsedAddress: null })
      .where(and(eq(apiKeys.id, id), eq(apiKeys.userId, ctx.actor.id), isLive()))
      .returning({ id: apiKeys.id });
    if (!row) return refused("not_found");
    work.publish("session.ended", { sessionId: id });
    work.audit({ action: "api_key.rotated", target: { type: "api_key", id } });
    work.mail(newKeyMail(email, prefix, "renewed"));
    return ok({ id, secret });
  });
}

/** Works also without `api:access`: a person must be able to remove a key that no longer works. */
export async function revokeApiKey(ctx: Ctx, input: { id: string }): Promise<Result<null, "not_found">> {
  requireOwnSession(ctx.actor);
  const { id } = apiKeyIdSchema.parse(input);
  return inTransaction(ctx, async (work) => {
    const [row] = await work.tx
      .update(apiKeys)
      .set({ revokedAt: sql`now()` })
      .where(and(eq(apiKeys.id, id), eq(apiKeys.userId, ctx.actor.id), isLive()))
      .returning({ id: apiKeys.id });
    if (!row) return refused("not_found");
    work.publish("session.ended", { sessionId: id });
    work.audit({ action: "api_key.revoked", target: { type: "api_key", id } });
    return ok(null);
  });
}

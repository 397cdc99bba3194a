import "server-only";
import { and, eq, isNull, lt, or, type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { idempotencyKeys } from "@/db/schema/idempotency-keys";
import { ANSWERS_KEPT_SECONDS, WORK_SECONDS } from "./constants";

/** A request that must be done once. */
export interface KeyedRequest {
  userId: string;
  /** `POST /uploads`. */
  operation: string;
  key: string;
  hash: string;
}

export type Claim =
  | { kind: "mine"; claimedAt: string }
  | { kind: "answered"; status: number; body: unknown }
  | { kind: "reused" }
  | { kind: "in_progress" };

const CLAIM_TRIES = 3;
const { userId, operation, key, requestHash, status, body, createdAt } = idempotencyKeys;

const rowOf = (request: KeyedRequest, ...more: SQL[]) =>
  and(eq(userId, request.userId), eq(operation, request.operation), eq(key, request.key), ...more);
const olderThan = (seconds: number) => lt(createdAt, sql`now() - make_interval(secs => ${seconds})`);

/**
 * Takes the key for this request, or says what became of the request that holds it. If several claim it at once, one
 * gets it. A request that has had no answer for a minute is taken over: its process has died.
 */
export async function claimKey(request: KeyedRequest): Promise<Claim> {
  // If the key is released between the two statements, it is claimed again.
  for (let attempt = 0; attempt < CLAIM_TRIES; attempt++) {
    const claimedAt = await takeKey(request);
    if (claimedAt !== null) return { kind: "mine", claimedAt };
    const [row] = await db().select({ requestHash, status, body }).from(idempotencyKeys).where(rowOf(request));
    if (!row) continue;
    if (row.requestHash !== request.hash) return { kind: "reused" };
    return row.status === null ? { kind: "in_progress" } : { kind: "answered", status: row.status, body: row.body };
  }
  return { kind: "in_progress" };
}

async function takeKey(request: KeyedRequest): Promise<string | null> {
  const isAbandoned = and(isNull(status), eq(requestHash, request.hash), olderThan(WORK_SECONDS));
  const [row] = await db()
    .insert(idempotencyKeys)
    .values({ userId: request.userId, operation: request.operation, key: request.key, requestHash: request.hash })
    .onConflictDoUpdate({
      target: [userId, operation, key],
      set: { requestHash: request.hash, status: null, body: null, createdAt: sql`now()` },
      setWhere: or(olderThan(ANSWERS_KEPT_SECONDS), isAbandoned),
    })
    // As text, because a Date would lose the microseconds that tell one claim from another.
    .returning({ claimedAt: sql<string>`${createdAt}::text` });
  return row?.claimedAt ?? null;
}

/** Stores the answer, unless another request has taken the key over. */
export async function keepAnswer(
  request: KeyedRequest,
  claimedAt: string,
  answer: { status: number; body: unknown },
): Promise<void> {
  await db()
    .update(idempotencyKeys)
    .set(answer)
    .where(rowOf(request, claimedThen(claimedAt)));
}

/** Frees the key, so that the same request can be tried again. */
export async function releaseKey(request: KeyedRequest, claimedAt: string): Promise<void> {
  await db()
    .delete(idempotencyKeys)
    .where(rowOf(request, claimedThen(claimedAt)));
}

const claimedThen = (claimedAt: string) => sql`${createdAt} = ${claimedAt}::timestamptz`;

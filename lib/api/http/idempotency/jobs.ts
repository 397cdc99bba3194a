import "server-only";
import { lt, sql } from "drizzle-orm";
import { inLongTransaction } from "@/db/client";
import { idempotencyKeys } from "@/db/schema/idempotency-keys";
import { ANSWERS_KEPT_SECONDS } from "./constants";

/** Forgets answers that are too old to be given again. Returns how many went. */
export async function sweepIdempotencyKeys(): Promise<number> {
  const swept = await inLongTransaction((tx) =>
    tx
      .delete(idempotencyKeys)
      .where(lt(idempotencyKeys.createdAt, sql`now() - make_interval(secs => ${ANSWERS_KEPT_SECONDS})`)),
  );
  return swept.rowCount ?? 0;
}

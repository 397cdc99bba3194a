import "server-only";
import { lt, sql } from "drizzle-orm";
import { inLongTransaction } from "@/db/client";
import { signInFailures } from "@/db/schema/sign-in-failures";
import { FORGOTTEN_AFTER_SECONDS } from "./constants";

export async function sweepAttempts(): Promise<number> {
  const forgotten = sql`now() - make_interval(secs => ${FORGOTTEN_AFTER_SECONDS})`;
  const swept = await inLongTransaction((tx) =>
    tx.delete(signInFailures).where(lt(signInFailures.lastFailureAt, forgotten)),
  );
  return swept.rowCount ?? 0;
}

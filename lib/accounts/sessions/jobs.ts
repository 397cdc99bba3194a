import "server-only";
import { lt, sql } from "drizzle-orm";
import { inLongTransaction } from "@/db/client";
import { sessions } from "@/db/schema/sessions";

const KEPT_DAYS = 30;

export async function sweepSessions(): Promise<number> {
  const swept = await inLongTransaction((tx) =>
    tx.delete(sessions).where(lt(sessions.expiresAt, sql`now() - make_interval(days => ${KEPT_DAYS})`)),
  );
  return swept.rowCount ?? 0;
}

import "server-only";
import { and, eq, gt, sql } from "drizzle-orm";
import { oneTimeTokens } from "@/db/schema/one-time-tokens";
import { TOKEN_PAUSE_SECONDS } from "@/lib/accounts/constants";
import type { Work } from "@/lib/work/unit-of-work";

/**
 * Whether a link has just been made. One that was cancelled since counts too: cancelling must not be a way to send more
 * mails.
 */
export async function wasAskedJustNow(work: Work, accountId: string): Promise<boolean> {
  const { id, userId, purpose, createdAt } = oneTimeTokens;
  const since = sql`now() - make_interval(secs => ${TOKEN_PAUSE_SECONDS})`;
  const [recent] = await work.tx
    .select({ id })
    .from(oneTimeTokens)
    .where(and(eq(userId, accountId), eq(purpose, "change-email"), gt(createdAt, since)))
    .limit(1);
  return recent !== undefined;
}

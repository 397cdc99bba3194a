import "server-only";
import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { plays } from "@/db/schema/plays";
import { publications } from "@/db/schema/publications";
import { asSystem } from "@/lib/audit/sources";
import { inTransaction, type Work } from "@/lib/work/unit-of-work";
import { DECIDED_AT_ONCE, ENDED_AFTER_SECONDS } from "./constants";
import { groupedBy } from "./grouped-by";
import { readEvidence } from "./lookups";
import { type Decision, settle } from "./settle";

export interface Decided {
  qualified: number;
  setAside: number;
}

/** Plays are decided one batch after the other, in all processes: what counts depends on what counted before. */
const inTurn = ({ tx }: Work) => tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('plays', 0))`);

/**
 * Decides plays that have ended and advances the counts of their publications in the same transaction. At most
 * `DECIDED_AT_ONCE`, the oldest first.
 */
export async function decideEndedPlays(endedAfterSeconds = ENDED_AFTER_SECONDS): Promise<Decided> {
  return inTransaction(asSystem(), async (work) => {
    await inTurn(work);
    const lastSign = sql`coalesce(${plays.lastHeardAt}, ${plays.startedAt})`;
    const hasEnded = sql`${lastSign} <= now() - make_interval(secs => ${endedAfterSeconds})`;
    const ended = await work.tx
      .select({ id: plays.id })
      .from(plays)
      .where(and(eq(plays.state, "open"), hasEnded))
      .orderBy(asc(plays.startedAt), asc(plays.id))
      .limit(DECIDED_AT_ONCE)
      .for("update");
    if (ended.length === 0) return { qualified: 0, setAside: 0 };
    const ids = ended.map(({ id }) => id);
    const decisions = settle(new Set(ids), await readEvidence(work.tx, ids));
    await writeDecisions(work, decisions);
    await advanceCounts(work, decisions);
    const qualified = decisions.filter(({ state }) => state === "qualified").length;
    return { qualified, setAside: decisions.length - qualified };
  });
}

/** One statement for each outcome: most plays of a batch share a few. */
async function writeDecisions({ tx }: Work, decisions: readonly Decision[]): Promise<void> {
  const outcomes = groupedBy(decisions, ({ state, reason }) => `${state} ${reason}`);
  for (const alike of outcomes.values()) {
    const [first] = alike;
    if (!first) continue;
    await tx
      .update(plays)
      .set({ state: first.state, setAsideReason: first.reason, decidedAt: sql`now()` })
      .where(
        inArray(
          plays.id,
          alike.map(({ id }) => id),
        ),
      );
  }
}

/** In the order of their ids, so that no two transactions wait for each other. */
async function advanceCounts({ tx }: Work, decisions: readonly Decision[]): Promise<void> {
  const changes = groupedBy(decisions, ({ publicationId }) => publicationId);
  for (const [id, all] of [...changes].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const change = all.reduce((sum, { countChange }) => sum + countChange, 0);
    if (change === 0) continue;
    const playCount = sql`${publications.playCount} + ${change}`;
    await tx.update(publications).set({ playCount }).where(eq(publications.id, id));
  }
}

/** Counts all qualified plays anew, and puts right what differs. Returns how many publications did: it should be none. */
export async function recountPlays(): Promise<number> {
  return inTransaction(asSystem(), async (work) => {
    await inTurn(work);
    const counted = sql`(select count(*)::int from ${plays} where ${plays.publicationId} = ${publications.id}
      and ${plays.state} = 'qualified')`;
    const differing = await work.tx
      .update(publications)
      .set({ playCount: counted })
      .where(sql`${publications.playCount} <> ${counted}`)
      .returning({ id: publications.id });
    return differing.length;
  });
}

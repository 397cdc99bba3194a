import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { plays } from "@/db/schema/plays";
import { publications } from "@/db/schema/publications";
import { asVisitor } from "@/lib/audit/sources";
import { ok, type Result, refused } from "@/lib/errors";
import { stateOfItem } from "@/lib/gallery/lookups";
import type { RequestFacts } from "@/lib/request/request-facts";
import { inTransaction } from "@/lib/work/unit-of-work";
import { audibleSeconds } from "./audible-length";
import { hear } from "./hearing";
import { firstSeen } from "./judge";
import type { RequestMarks } from "./patterns/evidence";
import { REQUEST_PATTERNS } from "./patterns/request-patterns";
import { PLAY_RULE_VERSION } from "./play-rule";
import { playToken, readPlayToken } from "./play-token";
import { type BeginPlay, beginPlaySchema, type Heartbeat, heartbeatSchema, type Listener } from "./schema";

/** Somebody who listens, with an account or without: nobody needs a permission to hear what is public. */
export interface Hearer {
  listener: Listener;
  facts: RequestFacts;
  marks: Omit<RequestMarks, "isDriven">;
}

/** Begins a play of something public. Its id opens the play to this listener alone. */
export async function beginPlay(
  { listener, facts, marks }: Hearer,
  input: BeginPlay,
): Promise<Result<{ token: string }, "not_found" | "gone">> {
  const { publicationId, context, isDriven } = beginPlaySchema.parse(input);
  const found = await stateOfItem({ id: publicationId });
  if (found !== "shown") return refused(found ?? "not_found");
  const id = uuidv7();
  await inTransaction(asVisitor(facts), ({ tx }) =>
    tx.insert(plays).values({
      id,
      publicationId,
      userId: listener.userId,
      listenerKey: listener.deviceKey,
      context,
      ruleVersion: PLAY_RULE_VERSION,
      setAsideReason: firstSeen(REQUEST_PATTERNS, { ...marks, isDriven }),
    }),
  );
  return ok({ token: playToken(id, { publicationId, listener }) });
}

/**
 * Takes what a player says was heard. One that is old, or comes after the play was decided, changes nothing. One that is
 * impossible is answered like any other.
 */
export async function takeHeartbeat(
  { listener, facts }: Pick<Hearer, "listener" | "facts">,
  { token, beat }: { token: string; beat: Heartbeat },
): Promise<Result<{ state: "open" | "closed" }, "not_found">> {
  const heard = heartbeatSchema.parse(beat);
  const id = readPlayToken(token, { publicationId: heard.publicationId, listener });
  if (id === null) return refused("not_found");
  return inTransaction(asVisitor(facts), async ({ tx }) => {
    const { heardSeconds, lastPositionSeconds, heartbeats, wasAudible, setAsideReason } = plays;
    const [row] = await tx
      .select({
        known: { heardSeconds, lastPositionSeconds, heartbeats, wasAudible, mark: setAsideReason },
        seconds: publications.seconds,
        allowsDownload: publications.allowsDownload,
        kind: publications.kind,
        elapsedSeconds: sql<number>`extract(epoch from clock_timestamp() - ${plays.startedAt})::float8`,
      })
      .from(plays)
      .innerJoin(publications, eq(publications.id, plays.publicationId))
      .where(and(eq(plays.id, id), eq(plays.state, "open")))
      .for("update", { of: plays });
    if (!row) return ok({ state: "closed" as const });
    const recording = { seconds: audibleSeconds(row), kind: row.kind };
    const next = hear(row.known, heard, { recording, elapsedSeconds: row.elapsedSeconds });
    if (next === null) return ok({ state: "open" as const });
    const { mark, ...values } = next;
    const change = { ...values, setAsideReason: mark, lastHeardAt: sql`clock_timestamp()` };
    await tx.update(plays).set(change).where(eq(plays.id, id));
    return ok({ state: "open" as const });
  });
}

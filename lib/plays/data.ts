import "server-only";
import { and, desc, eq, gt, inArray, lt, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { plays } from "@/db/schema/plays";
import { publications } from "@/db/schema/publications";
import type { ActorId } from "@/lib/identity/actor";
import { audibleSeconds } from "./audible-length";
import { countsAs, PLAY_RULE_VERSION, secondsToHear } from "./play-rule";

/** Everything that was counted of one publication. Raw is the sum of the others. */
export interface PlaysOfPublication {
  publicationId: string;
  title: string;
  slug: string;
  state: "public" | "withdrawn" | "taken_down";
  countsAs: "plays" | "previews";
  ruleVersion: number;
  secondsToHear: number;
  raw: number;
  qualified: number;
  setAside: number;
  open: number;
  /** How many were set aside for which reason. */
  reasons: Record<string, number>;
  downloads: number;
}

/** One page of the owner's publications, the newest first, with all that was counted of each. */
export async function playsOf(
  owner: ActorId,
  { limit, beforeId }: { limit: number; beforeId: string | null },
): Promise<{ items: PlaysOfPublication[]; nextId: string | null }> {
  const { id, title, slug, state, seconds, kind, allowsDownload, downloadCount } = publications;
  const found = await db()
    .select({ id, title, slug, state, seconds, kind, allowsDownload, downloadCount })
    .from(publications)
    .where(and(eq(publications.ownerId, owner), beforeId === null ? undefined : lt(id, beforeId)))
    .orderBy(desc(id))
    .limit(limit + 1);
  const shown = found.slice(0, limit);
  const counts = await countsOf(shown.map((one) => one.id));
  const items = shown.map(({ kind, downloadCount, ...one }) => ({
    ...{ publicationId: one.id, title: one.title, slug: one.slug, state: one.state },
    countsAs: countsAs({ seconds: one.seconds, kind }),
    ruleVersion: PLAY_RULE_VERSION,
    secondsToHear: secondsToHear({ seconds: audibleSeconds(one), kind }),
    ...summed(counts.filter(({ publicationId }) => publicationId === one.id)),
    downloads: downloadCount,
  }));
  return { items, nextId: found.length > limit ? (shown.at(-1)?.id ?? null) : null };
}

export interface RecentPlays {
  slug: string;
  title: string;
  /** All that began in these days, and how many of them count. */
  raw: number;
  qualified: number;
  lastAt: string;
}

/** What of a person's was played in the last days, the last first. Null if nothing of theirs is public. */
export async function recentPlaysOf(
  owner: ActorId,
  { days, limit }: { days: number; limit: number },
): Promise<RecentPlays[] | null> {
  const isTheirs = and(eq(publications.ownerId, owner), eq(publications.state, "public"));
  const { slug, title } = publications;
  const last = sql<Date>`max(${plays.startedAt})`.mapWith(plays.startedAt);
  const rows = await db()
    .select({
      ...{ slug, title, last },
      raw: sql<number>`count(*)::int`,
      qualified: sql<number>`(count(*) filter (where ${plays.state} = 'qualified'))::int`,
    })
    .from(publications)
    .innerJoin(plays, eq(plays.publicationId, publications.id))
    .where(and(isTheirs, gt(plays.startedAt, sql`now() - make_interval(days => ${days})`)))
    .groupBy(publications.id)
    .orderBy(desc(last), desc(publications.id))
    .limit(limit);
  if (rows.length === 0) {
    const [any] = await db().select({ slug }).from(publications).where(isTheirs).limit(1);
    if (!any) return null;
  }
  return rows.map(({ last: at, ...row }) => ({ ...row, lastAt: at.toISOString() }));
}

type Count = Awaited<ReturnType<typeof countsOf>>[number];

async function countsOf(ids: string[]) {
  const { publicationId, state, setAsideReason } = plays;
  return db()
    .select({ publicationId, state, reason: setAsideReason, count: sql<number>`count(*)::int` })
    .from(plays)
    .where(inArray(publicationId, ids))
    .groupBy(publicationId, state, setAsideReason);
}

function summed(counts: readonly Count[]) {
  const of = (wanted: Count["state"]) =>
    counts.filter(({ state }) => state === wanted).reduce((sum, { count }) => sum + count, 0);
  const aside = counts.filter(({ state }) => state === "set_aside");
  const [qualified, setAside, open] = [of("qualified"), of("set_aside"), of("open")];
  const reasons = Object.fromEntries(aside.map(({ reason, count }) => [reason ?? "unknown", count]));
  return { raw: qualified + setAside + open, qualified, setAside, open, reasons };
}

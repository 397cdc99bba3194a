import "server-only";
import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { analyses } from "@/db/schema/analyses";
import { sampleCorrections } from "@/db/schema/sample-corrections";
import { sampleTags } from "@/db/schema/sample-tags";
import { samples } from "@/db/schema/samples";
import { searchTerms } from "@/db/schema/search-terms";
import { effectiveValues } from "@/lib/samples/effective-values";
import { ALL_KIND } from "@/lib/search-documents/constants";
import type { LibraryCounts, TaggedSample } from "./suggest-tags";

export interface NamedSample extends TaggedSample {
  fileName: string;
}

/** Those of the samples that are this person's and not deleted, by id. */
export async function findTagged(ownerId: string, ids: readonly string[]): Promise<Map<string, NamedSample>> {
  if (ids.length === 0) return new Map();
  const rows = await db()
    .select({
      sampleId: samples.id,
      fileName: samples.fileName,
      tags: effectiveValues.tags,
      own: effectiveValues.ownTags,
      refused: sql<string[]>`array(
        select said.tag from sample_tags said
        where said.sample_id = ${samples.id} and said.verdict in ('rejected', 'removed'))`,
    })
    .from(samples)
    .leftJoin(analyses, eq(analyses.sampleId, samples.id))
    .leftJoin(sampleCorrections, eq(sampleCorrections.sampleId, samples.id))
    .where(and(inArray(samples.id, [...ids]), eq(samples.ownerId, ownerId), isNull(samples.deletedAt)));
  return new Map(
    rows.map(({ tags, own, refused, ...row }) => [
      row.sampleId,
      { ...row, tags: new Set(tags), own: new Set(own), refused: new Set(refused) },
    ]),
  );
}

/** How often these tags count in a person's library. What the indexer counts is a second old at most. */
export async function countTags(ownerId: string, tags: readonly string[]): Promise<LibraryCounts> {
  const isOwn = and(eq(sampleTags.ownerId, ownerId), inArray(sampleTags.verdict, ["given", "accepted"]));
  const mine = eq(searchTerms.ownerId, ownerId);
  const [[all], [said], indexed, own] = await Promise.all([
    db()
      .select({ count: searchTerms.count })
      .from(searchTerms)
      .where(and(mine, eq(searchTerms.kind, ALL_KIND))),
    db()
      .select({ count: sql<number>`count(distinct ${sampleTags.sampleId})::int` })
      .from(sampleTags)
      .where(isOwn),
    db()
      .select({ tag: searchTerms.term, count: searchTerms.count })
      .from(searchTerms)
      .where(and(mine, eq(searchTerms.kind, "tag"), inArray(searchTerms.term, [...tags]))),
    db()
      .select({ tag: sampleTags.tag, count: sql<number>`count(*)::int` })
      .from(sampleTags)
      .where(and(isOwn, inArray(sampleTags.tag, [...tags])))
      .groupBy(sampleTags.tag),
  ]);
  const withTag = new Map<string, number>();
  for (const { tag, count } of [...indexed, ...own]) withTag.set(tag, Math.max(count, withTag.get(tag) ?? 0));
  return { samples: all?.count ?? 0, tagged: said?.count ?? 0, withTag };
}

import "server-only";
import { and, eq, ne, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { db } from "@/db/client";
import { analyses } from "@/db/schema/analyses";
import { searchDocuments } from "@/db/schema/search-documents";
import { pitchClass } from "@/lib/music/notation";
import { filtersSql } from "@/lib/search-documents/filter-sql";
import type { Filter } from "@/lib/search-query/filter";
import { type FitRecord, fitFacts } from "./facts";
import { fittingKeys } from "./key-fit";
import type { FitFacts } from "./schema";
import { fittingTempos } from "./tempo-fit";

/** Of each of the two groups, so many are looked at. Their rows are read, not their records. */
export const LOOKED_AT_MAX = 10_000;
/** Tempos within this share, and keys that need not be moved, come first. */
const NEAR_TEMPO = 0.015;

const d = alias(searchDocuments, "d");
const { bpm, keyTonic, keyMode } = d;

/** What is known of a candidate without its record. */
export interface FitCandidate {
  sampleId: string;
  bpm: number | null;
  key: FitFacts["key"];
}

export interface CandidateQuestion {
  except: string;
  sound: FitFacts;
  kinds: readonly NonNullable<FitFacts["kind"]>[];
  transpose: number;
  filters: readonly Filter[];
  hidden: ReadonlySet<string>;
}

/**
 * Samples whose tempo and key may go with a sound's, or that have none: those that need the least change first, at most
 * `LOOKED_AT_MAX` of them and as many others.
 */
export async function findCandidates(owner: string, question: CandidateQuestion): Promise<FitCandidate[]> {
  const { except, sound, kinds, transpose, filters, hidden } = question;
  const may = and(
    eq(d.ownerId, owner),
    eq(d.isDeleted, false),
    ne(d.sampleId, except),
    sql`d.kind = any(${sql.param([...kinds])}::text[])`,
    filtersSql(filters, hidden),
  );
  const near = and(tempoWithin(sound, NEAR_TEMPO), keyWithin(sound, 0));
  const possible = and(tempoWithin(sound, null), keyWithin(sound, transpose));
  const rowsOf = (which: SQL | undefined) =>
    db().select({ sampleId: d.sampleId, bpm, keyTonic, keyMode }).from(d).where(and(may, which)).limit(LOOKED_AT_MAX);
  // Anything is near a sound that has neither tempo nor key.
  const farther = near ? rowsOf(and(possible, sql`(${near}) is not true`)) : [];
  const [first, others] = await Promise.all([rowsOf(near), farther]);
  return [...first, ...others].map((row) => ({
    sampleId: row.sampleId,
    bpm: row.bpm,
    key: row.keyTonic !== null && row.keyMode !== null ? { tonic: row.keyTonic, mode: row.keyMode } : null,
  }));
}

function tempoWithin({ bpm: own }: FitFacts, share: number | null): SQL | undefined {
  if (own === null) return undefined;
  const ranges = fittingTempos(own, share ?? undefined);
  const inRanges = ranges.map(({ min, max }) => sql`${bpm} between ${min}::float8 and ${max}::float8`);
  return sql`(${bpm} is null or ${sql.join(inRanges, sql` or `)})`;
}

function keyWithin({ key }: FitFacts, transpose: number): SQL | undefined {
  if (!key) return undefined;
  const keys = fittingKeys(key, transpose).map(
    ({ tonic, mode }) => sql`(${keyTonic} = ${tonic} and ${keyMode} = ${mode})`,
  );
  return keys.length === 24 ? undefined : sql`(${keyTonic} is null or ${sql.join(keys, sql` or `)})`;
}

/** The parts of a record that facts are made of: all of it is a hundred times larger. Silence has no spectrum. */
const factsRecord = sql<Partial<FitRecord>>`(
  select jsonb_object_agg(part.key, case
    when jsonb_typeof(part.value) = 'null' then part.value
    when part.key = 'spectral' then jsonb_build_object('mfcc', part.value -> 'mfcc')
    when part.key = 'rhythm' then jsonb_build_object('loopBars', part.value -> 'loopBars')
    else part.value end)
  from jsonb_each(${analyses.record}) part
  where part.key in ('durationSeconds', 'tempo', 'key', 'kind', 'meter', 'instruments', 'atonality', 'pitch', 'rhythm', 'spectral')
)`;

/** What decides with what these samples fit: those that are this owner's and were analysed. Corrections count. */
export async function findFitFacts(owner: string, ids: readonly string[]): Promise<Map<string, FitFacts>> {
  if (ids.length === 0) return new Map();
  const rows = await db()
    .select({ sampleId: d.sampleId, bpm, keyTonic, keyMode, kind: d.kind, facets: d.facets, record: factsRecord })
    .from(d)
    .innerJoin(analyses, eq(analyses.sampleId, d.sampleId))
    .where(and(eq(d.ownerId, owner), eq(d.isDeleted, false), sql`d.sample_id = any(${sql.param([...ids])}::uuid[])`));
  return new Map(rows.map(({ sampleId, ...row }) => [sampleId, factsOf({ ...row, kind: row.kind || null })]));
}

const OWN_TAG = "own:";

function factsOf(row: {
  bpm: number | null;
  keyTonic: number | null;
  keyMode: "major" | "minor" | null;
  kind: FitFacts["kind"];
  facets: string[];
  record: Partial<FitRecord>;
}): FitFacts {
  const measured = fitFacts({ ...NOTHING, ...row.record });
  const key = row.keyTonic !== null && row.keyMode !== null ? { tonic: row.keyTonic, mode: row.keyMode } : null;
  const tags = row.facets.filter((facet) => facet.startsWith(OWN_TAG)).map((facet) => facet.slice(OWN_TAG.length));
  // What the document says otherwise than the record is a person's correction, and as sure as can be.
  const isSameKey = formatted(measured.key) === formatted(key);
  return fitFacts(
    { ...NOTHING, ...row.record },
    {
      tags,
      ...(measured.bpm === row.bpm ? {} : { bpm: row.bpm }),
      ...(isSameKey ? {} : { key }),
      ...(measured.kind === row.kind ? {} : { kind: row.kind }),
    },
  );
}

const formatted = (key: FitFacts["key"]) => (key ? `${pitchClass(key.tonic)} ${key.mode}` : "");

const NOTHING: FitRecord = {
  durationSeconds: 0,
  tempo: null,
  key: null,
  kind: null,
  meter: null,
  instruments: null,
  atonality: null,
  pitch: null,
  rhythm: null,
  spectral: null,
};

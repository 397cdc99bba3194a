import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { analyses } from "@/db/schema/analyses";
import { sampleCorrections as corrected } from "@/db/schema/sample-corrections";
import { samples } from "@/db/schema/samples";
import { FAST_ABOVE_BPM, SLOW_BELOW_BPM } from "@/lib/analysis/derived/said-of-sound";
import { SOUND_KINDS, type SoundKind } from "@/lib/analysis/record/values/kind";
import { CLAIMED_FROM } from "@/lib/format/confidence";
import type { Correctable } from "./corrections/schema";

/** A person knows; nothing is more certain. */
const BY_A_PERSON = sql`1::float8`;

/** The correction where there is one, even if it says that there is no value; else what was measured. */
const either = <T>(at: unknown, correction: unknown, measured: unknown) =>
  sql<T | null>`case when ${at} is null then ${measured} else ${correction} end`;

const confidence = (at: unknown, correction: unknown, measured: unknown) =>
  sql<number | null>`case when ${at} is null then ${measured} when ${correction} is not null then ${BY_A_PERSON} end`;

const words = (list: readonly string[]) =>
  sql.join(
    list.map((word) => sql`${word}`),
    sql`, `,
  );

/**
 * The tags of a sample, given those that were measured: in their order, with the words that follow from a corrected
 * tempo, key or kind in place of the measured ones, then the owner's own in the order in which they were given; without
 * those that the owner took off. The query must have `samples`, left-joined with `sample_corrections`.
 */
export function effectiveTags(measured: SQL): SQL<string[]> {
  const { bpm, bpmAt, keyMode, keyAt, kind, kindAt } = corrected;
  const own = sql`select from sample_tags own where own.sample_id = ${samples.id}`;
  return sql<string[]>`case
    when ${bpmAt} is null and ${keyAt} is null and ${kindAt} is null and not exists (${own}) then ${measured}
    else array(
      select said.tag from (
        select ${kind} as tag, 0 as part, 0::float8 as place where ${kindAt} is not null
        union all
        select heard.tag, 1, heard.place from unnest(${measured}) with ordinality heard (tag, place)
        where (${kindAt} is null or heard.tag not in (${words(SOUND_KINDS)}))
          and (${keyAt} is null or heard.tag not in ('major', 'minor'))
          and (${bpmAt} is null or heard.tag not in ('slow', 'fast'))
        union all
        select ${keyMode}, 2, 0 where ${keyAt} is not null
        union all
        select case when ${bpm} < ${SLOW_BELOW_BPM} then 'slow' when ${bpm} > ${FAST_ABOVE_BPM} then 'fast' end, 2, 1
        where ${bpmAt} is not null
        union all
        select own.tag, 3, extract(epoch from own.decided_at)::float8 from sample_tags own
        where own.sample_id = ${samples.id} and own.verdict in ('given', 'accepted')
      ) said
      where said.tag is not null and not exists (${own} and own.tag = said.tag and own.verdict = 'removed')
      group by said.tag order by min(said.part), min(said.place), said.tag
    ) end`;
}

export const measuredTags = sql<string[]>`coalesce(${analyses.tags}, '{}')`;

/**
 * What counts as a sample's tempo, key, kind and tags: what a person corrected or said, else what was measured. Lists,
 * pages, the API, exports and the search index all read these expressions. The query must have `samples`, left-joined
 * with `analyses` and `sample_corrections`.
 */
export const effectiveValues = {
  bpm: either<number>(corrected.bpmAt, corrected.bpm, analyses.bpm),
  bpmConfidence: confidence(corrected.bpmAt, corrected.bpm, analyses.bpmConfidence),
  keyTonic: either<number>(corrected.keyAt, corrected.keyTonic, analyses.keyTonic),
  keyMode: either<"major" | "minor">(corrected.keyAt, corrected.keyMode, analyses.keyMode),
  keyConfidence: confidence(corrected.keyAt, corrected.keyTonic, analyses.keyConfidence),
  /** A corrected key overrules the note: a sound has one of them at most. */
  note: either<string>(corrected.keyAt, sql`null`, analyses.note),
  noteConfidence: either<number>(corrected.keyAt, sql`null`, analyses.noteConfidence),
  kind: either<SoundKind["label"]>(corrected.kindAt, corrected.kind, analyses.kind),
  kindConfidence: confidence(corrected.kindAt, corrected.kind, analyses.kindConfidence),
  tags: effectiveTags(measuredTags),
  /** Those of the tags that the owner gave or accepted. */
  ownTags: sql<string[]>`array(
    select own.tag from sample_tags own
    where own.sample_id = ${samples.id} and own.verdict in ('given', 'accepted') order by own.decided_at, own.tag
  )`,
  /** Which values a person has corrected. */
  corrected: sql<Correctable[]>`array_remove(array[
    case when ${corrected.bpmAt} is not null then 'bpm' end,
    case when ${corrected.keyAt} is not null then 'key' end,
    case when ${corrected.kindAt} is not null then 'kind' end,
    case when ${corrected.gridAt} is not null then 'grid' end
  ], null)`,
};

/** What a row of a list shows. The query is that of `effectiveValues`. */
export const rowColumns = {
  id: samples.id,
  fileName: samples.fileName,
  folderPath: samples.folderPath,
  status: samples.status,
  failure: samples.failureCode,
  sizeBytes: samples.sizeBytes,
  isFavourite: sql<boolean>`${samples.favouritedAt} is not null`,
  createdAt: samples.createdAt,
  durationSeconds: analyses.durationSeconds,
  ...effectiveValues,
  integratedLufs: analyses.integratedLufs,
  ungatedLufs: analyses.ungatedLufs,
  licence: samples.licence,
  aiTraining: samples.aiTraining,
};

/**
 * What is heard in a sample for sure, the surest first. Out of the record where the column is not filled yet. The query
 * must have `analyses`.
 */
export const heardInstruments = sql<string[]>`coalesce(${analyses.instruments}, array(
  select heard.value ->> 'label' from jsonb_array_elements(${analyses.record} -> 'instruments') with ordinality heard (value, place)
  where (heard.value ->> 'confidence')::float8 >= ${CLAIMED_FROM} order by heard.place
))`;

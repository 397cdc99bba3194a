import "server-only";
import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { analyses } from "@/db/schema/analyses";
import { fileTags } from "@/db/schema/file-tags";
import { samples } from "@/db/schema/samples";
import type { FileTags } from "@/lib/analysis/file-tags/schema";
import type { AnalysisRecord } from "@/lib/analysis/record/schema";
import { type FlagHolder, flagsOf } from "@/lib/flags/data";
import type { ActorId } from "@/lib/identity/actor";
import { selectedIds } from "@/lib/library/data";
import type { Selection } from "@/lib/library/schema";
import { findCorrectionsOf } from "@/lib/samples/corrections/lookups";
import { NO_CORRECTIONS } from "@/lib/samples/corrections/no-corrections";
import type { SampleCorrections } from "@/lib/samples/corrections/schema";
import { findSamples } from "@/lib/samples/data";
import type { SampleRow } from "@/lib/samples/schema";
import { hiddenLabels } from "@/lib/samples/switched-off";
import { ROWS_AT_ONCE } from "./constants";
import type { DownloadSummary } from "./schema";

/** The parts of a record that are one figure or a few words: what fits into a row of a table. */
const MEASURED = [
  ...["sampleRateHz", "channels", "container", "codec", "tempo", "meter", "key", "tuning", "pitch", "kind"],
  ...["loudness", "spectral", "timbre", "rhythm", "stereo", "perceptual", "instruments", "genres", "moods"],
] as const satisfies (keyof AnalysisRecord)[];
export type Measured = Partial<Pick<AnalysisRecord, (typeof MEASURED)[number]>>;

/** A sample with everything that a table, an archive or a copy with tags says about it. */
export interface ListedSample {
  row: SampleRow;
  sha256: string;
  measured: Measured | null;
  corrections: SampleCorrections;
  fileTags: FileTags | null;
  /** Key of the original; null if there is none, or if storage has lost it. */
  objectKey: string | null;
}

const names = (list: readonly string[], of: (name: string) => string) => sql.raw(list.map(of).join(", "));

/** One pass over the record, which may be large, for all parts of it. */
const measuredPart = sql<Measured | null>`(
  select jsonb_strip_nulls(jsonb_build_object(${names(MEASURED, (name) => `'${name}', part."${name}"`)}))
  from jsonb_to_record(${analyses.record}) as part(${names(MEASURED, (name) => `"${name}" jsonb`)})
)`;

/** Those of the ids that are the owner's, in the order of the ids. */
export async function readListed(owner: FlagHolder, ids: readonly string[]): Promise<ListedSample[]> {
  const [rows, more, features] = await Promise.all([
    findSamples(owner, [...ids]),
    readMore(owner.id, ids),
    flagsOf(owner, ["genre-mood-tags", "instrument-tags"]),
  ]);
  const corrected = rows.flatMap(({ id, corrected: values }) => (values.length > 0 ? [id] : []));
  const corrections = await findCorrectionsOf(corrected, owner.id);
  const hidden = hiddenLabels(features);
  const rowOf = new Map(rows.map((row) => [row.id, row]));
  const moreOf = new Map(more.map((one) => [one.id, one]));
  return ids.flatMap((id) => {
    const [row, found] = [rowOf.get(id), moreOf.get(id)];
    if (!row || !found) return [];
    return {
      row,
      sha256: found.sha256,
      measured: found.measured && withoutHidden(found.measured, hidden),
      corrections: corrections.get(id) ?? NO_CORRECTIONS,
      fileTags: found.tags && tagsOf(found.tags),
      objectKey: found.objectKey,
    };
  });
}

const ownedBy = (owner: ActorId, ids: readonly string[]) =>
  and(eq(samples.ownerId, owner), isNull(samples.deletedAt), inArray(samples.id, [...ids]));

async function readMore(owner: ActorId, ids: readonly string[]) {
  if (ids.length === 0) return [];
  return db()
    .select({
      id: samples.id,
      sha256: samples.sha256,
      objectKey: storedKey,
      measured: measuredPart,
      tags: fileTags,
    })
    .from(samples)
    .leftJoin(analyses, eq(analyses.sampleId, samples.id))
    .leftJoin(fileTags, eq(fileTags.sampleId, samples.id))
    .where(ownedBy(owner, ids));
}

/** A file that is still coming in is not there yet. */
const isStored = sql`${samples.originalMissingAt} is null and ${samples.status} <> 'uploading'`;
export const storedKey = sql<string | null>`case when ${isStored} then ${samples.objectKey} end`;

function withoutHidden(measured: Measured, hidden: ReadonlySet<string>): Measured {
  const shown = <Label extends { label: string }>(labels: readonly Label[] | null | undefined) =>
    labels?.filter(({ label }) => !hidden.has(label)) ?? null;
  const { instruments, genres, moods } = measured;
  return { ...measured, instruments: shown(instruments), genres: shown(genres), moods: shown(moods) };
}

function tagsOf(stored: typeof fileTags.$inferSelect): FileTags {
  const { sampleId, sha256, readerVersion, coverKey, readAt, keyTonic, keyMode, notes, ...tags } = stored;
  const key = keyTonic === null ? null : { tonic: keyTonic, mode: keyMode };
  return { ...tags, key, notes: notes as FileTags["notes"] };
}

/** Everything that a selection means, a few hundred at a time. */
export async function* readSelected(owner: FlagHolder, selection: Selection): AsyncGenerator<ListedSample[]> {
  for await (const ids of selectedIds(owner, selection)) {
    for (let from = 0; from < ids.length; from += ROWS_AT_ONCE) {
      yield await readListed(owner, ids.slice(from, from + ROWS_AT_ONCE));
    }
  }
}

/** How many files a download of a selection would hold, and how large they are. */
export async function summariseSelection(owner: FlagHolder, selection: Selection): Promise<DownloadSummary> {
  const features = await flagsOf(owner, ["original-download", "tag-writeback"]);
  const canDownload = features.has("original-download");
  const canTag = canDownload && features.has("tag-writeback");
  const total = { samples: 0, files: 0, bytes: 0, canDownload, canTag };
  for await (const ids of selectedIds(owner, selection)) {
    const [found] = await db()
      .select({
        samples: sql<number>`count(*)::int`,
        files: sql<number>`count(${storedKey})::int`,
        bytes: sql<number>`coalesce(sum(${samples.sizeBytes}) filter (where ${storedKey} is not null), 0)::float8`,
      })
      .from(samples)
      .where(ownedBy(owner.id, ids));
    total.samples += found?.samples ?? 0;
    total.files += found?.files ?? 0;
    total.bytes += found?.bytes ?? 0;
  }
  return total;
}

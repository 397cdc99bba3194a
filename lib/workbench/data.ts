import "server-only";
import { and, asc, eq, isNull, type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { analyses } from "@/db/schema/analyses";
import { sampleCorrections as corrected } from "@/db/schema/sample-corrections";
import { samples } from "@/db/schema/samples";
import type { AnalysisRecord } from "@/lib/analysis/record/schema";
import { ok, type Result, refused } from "@/lib/errors";
import type { ActorId } from "@/lib/identity/actor";
import { findCorrections } from "@/lib/samples/corrections/lookups";
import { NO_CORRECTIONS } from "@/lib/samples/corrections/no-corrections";
import { effectiveValues } from "@/lib/samples/effective-values";
import { DOUBTED_BELOW, DOUBTED_VALUES, type DoubtedValue } from "./constants";
import { type QueuePosition, queueCursor, readQueueCursor } from "./cursor";
import type { QueueInput, QueuePage, Workpiece } from "./schema";

const CONFIDENCES: Record<DoubtedValue, SQL<number | null>> = {
  bpm: effectiveValues.bpmConfidence,
  key: effectiveValues.keyConfidence,
  kind: effectiveValues.kindConfidence,
};

type MeasuredPart = Pick<AnalysisRecord, "tempo" | "key" | "kind" | "beats" | "downbeats" | "meter"> &
  Pick<AnalysisRecord, "sampleRateHz" | "channels">;

/** Of the record, which can be large, only what the workbench shows. */
const measuredPart = sql<MeasuredPart>`(
  select jsonb_object_agg(part.key, part.value) from jsonb_each(${analyses.record}) part
  where part.key in ('tempo', 'key', 'kind', 'beats', 'downbeats', 'meter', 'sampleRateHz', 'channels')
)`;

/**
 * The owner's samples with values that are uncertain and that nobody has corrected, the least certain first. What is
 * corrected meanwhile leaves the queue, and moves none of the others.
 */
export async function listDoubted(
  owner: ActorId,
  { value, cursor, limit }: QueueInput,
): Promise<Result<QueuePage, "invalid_cursor">> {
  const queue = { ownerId: owner, value };
  const after = cursor === undefined ? null : readQueueCursor(queue, cursor);
  if (cursor !== undefined && !after) return refused("invalid_cursor");
  const doubt = value ? CONFIDENCES[value] : sql<number>`least(${sql.join(Object.values(CONFIDENCES), sql`, `)})`;
  const found = await selectPieces(doubt)
    .where(and(presentOf(owner), sql`${doubt} < ${DOUBTED_BELOW}`, isFurther(doubt, after)))
    .orderBy(doubt, asc(samples.id))
    .limit(limit + 1);
  const shown = found.slice(0, limit);
  const last = shown.at(-1);
  const isMore = found.length > limit && last !== undefined;
  return ok({
    data: await Promise.all(shown.map((row) => toWorkpiece(owner, row))),
    nextCursor: isMore ? queueCursor(queue, { doubt: last.doubt, id: last.id }) : null,
  });
}

/** How many there are, for each value and altogether, counted up to `most`. */
export async function countDoubted(owner: ActorId, most: number): Promise<Record<DoubtedValue | "any", number>> {
  const isDoubted = (value: DoubtedValue) => sql`${CONFIDENCES[value]} < ${DOUBTED_BELOW}`;
  const anyOf = sql.join(
    DOUBTED_VALUES.map((value) => isDoubted(value)),
    sql` or `,
  );
  const doubted = db()
    .select({
      bpm: sql<boolean>`coalesce(${isDoubted("bpm")}, false)`.as("bpm_doubted"),
      key: sql<boolean>`coalesce(${isDoubted("key")}, false)`.as("key_doubted"),
      kind: sql<boolean>`coalesce(${isDoubted("kind")}, false)`.as("kind_doubted"),
    })
    .from(samples)
    .innerJoin(analyses, eq(analyses.sampleId, samples.id))
    .leftJoin(corrected, eq(corrected.sampleId, samples.id))
    .where(and(presentOf(owner), sql`(${anyOf})`))
    .limit(most)
    .as("doubted");
  const count = (condition: SQL | SQL.Aliased<boolean>) => sql<number>`count(*) filter (where ${condition})::int`;
  const [row] = await db()
    .select({
      any: sql<number>`count(*)::int`,
      bpm: count(sql`${doubted.bpm}`),
      key: count(sql`${doubted.key}`),
      kind: count(sql`${doubted.kind}`),
    })
    .from(doubted);
  return row ?? { any: 0, bpm: 0, key: 0, kind: 0 };
}

/** One sample, whether or not anything of it is uncertain. Null if the owner has none with this id that is analysed. */
export async function findWorkpiece(owner: ActorId, id: string): Promise<Workpiece | null> {
  const [row] = await selectPieces(sql<number>`0`).where(and(presentOf(owner), eq(samples.id, id)));
  return row ? toWorkpiece(owner, row) : null;
}

const presentOf = (owner: ActorId) =>
  and(eq(samples.ownerId, owner), isNull(samples.deletedAt), eq(samples.status, "completed"));

const isFurther = (doubt: SQL, after: QueuePosition | null) =>
  after ? sql`(${doubt}, ${samples.id}) > (${after.doubt}::float8, ${after.id}::uuid)` : undefined;

const selectPieces = (doubt: SQL) =>
  db()
    .select({
      id: samples.id,
      fileName: samples.fileName,
      folderPath: samples.folderPath,
      sha256: samples.sha256,
      objectKey: samples.objectKey,
      originalMissingAt: samples.originalMissingAt,
      durationSeconds: analyses.durationSeconds,
      analyserVersion: analyses.analyserVersion,
      bpmConfidence: effectiveValues.bpmConfidence,
      keyConfidence: effectiveValues.keyConfidence,
      kindConfidence: effectiveValues.kindConfidence,
      corrected: effectiveValues.corrected,
      // As text, so that the next page begins exactly behind it.
      doubt: sql<string>`${doubt}::text`,
      measured: measuredPart,
    })
    .from(samples)
    .innerJoin(analyses, eq(analyses.sampleId, samples.id))
    .leftJoin(corrected, eq(corrected.sampleId, samples.id))
    .$dynamic();

type StoredPiece = Awaited<ReturnType<typeof selectPieces>>[number];

async function toWorkpiece(owner: ActorId, row: StoredPiece): Promise<Workpiece> {
  const { id, measured } = row;
  const version = encodeURIComponent(`${row.sha256.slice(0, 16)}-${row.analyserVersion}`);
  const confidences = { bpm: row.bpmConfidence, key: row.keyConfidence, kind: row.kindConfidence };
  const certainty = (value: DoubtedValue) => confidences[value] ?? 1;
  const isThere = row.objectKey !== null && row.originalMissingAt === null;
  return {
    id,
    fileName: row.fileName,
    folderPath: row.folderPath,
    durationSeconds: row.durationSeconds,
    sampleRateHz: measured.sampleRateHz,
    channels: measured.channels,
    doubts: DOUBTED_VALUES.filter((value) => certainty(value) < DOUBTED_BELOW).sort(
      (a, b) => certainty(a) - certainty(b),
    ),
    measured: {
      tempo: measured.tempo ?? null,
      key: measured.key ?? null,
      kind: measured.kind ? { label: measured.kind.label, confidence: measured.kind.confidence } : null,
      beats: measured.beats ?? null,
      downbeats: measured.downbeats ?? null,
      beatsPerBar: measured.meter?.beatsPerBar ?? null,
    },
    corrections: row.corrected.length > 0 ? await findCorrections(id, owner) : NO_CORRECTIONS,
    peaksUrl: `/api/v1/samples/${id}/peaks?v=${version}`,
    audioUrl: isThere ? `/api/v1/samples/${id}/audio?v=${version}` : null,
  };
}

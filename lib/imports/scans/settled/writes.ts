import "server-only";
import { and, asc, eq, inArray, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import type { Executor } from "@/db/client";
import { importFiles } from "@/db/schema/imports";
import { samples } from "@/db/schema/samples";
import { uploads } from "@/db/schema/uploads";
import { users } from "@/db/schema/users";
import type { FileFailure } from "@/lib/imports/constants";
import type { WaitingFile } from "@/lib/imports/scans/lookups";
import { CHANGING_SECONDS, CHANGING_TRIES } from "@/lib/imports/scans/timing";
import { lockInOrder, queueAnalyses, waitingColumns } from "@/lib/samples/writes";
import type { Work } from "@/lib/work/unit-of-work";

/** What reading gave for a file. */
export interface ReadContent {
  file: WaitingFile;
  sha256: string;
  sizeBytes: number;
  fingerprint: string;
  sampleName: string;
  sampleFolder: string;
}

/** What becomes of a file whose bytes are new at its path. */
export interface Outcome {
  content: ReadContent;
  state: "imported" | "known";
  sampleId: string;
  movedFrom: string | null;
}

/** Locks the person's row, so that nobody else adds to their library meanwhile, and their quota is counted right. */
export async function lockOwner({ tx }: Work, ownerId: string): Promise<void> {
  await tx.select({ id: users.id }).from(users).where(eq(users.id, ownerId)).for("no key update");
}

/** A file of the folder that is gone, by its bytes: where one with the same turns up, it has moved. */
export async function findGone(executor: Executor, folderId: string, sha256s: readonly string[]) {
  if (sha256s.length === 0) return [];
  return executor
    .select({
      id: importFiles.id,
      sha256: sql<string>`${importFiles.sha256}`,
      shownPath: importFiles.shownPath,
      state: importFiles.state,
      sampleId: importFiles.sampleId,
      sampleName: importFiles.sampleName,
      sampleFolder: importFiles.sampleFolder,
      goneAt: importFiles.goneAt,
    })
    .from(importFiles)
    .where(
      and(
        eq(importFiles.folderId, folderId),
        inArray(importFiles.sha256, [...sha256s]),
        isNotNull(importFiles.goneAt),
        isNotNull(importFiles.sampleId),
        isNull(importFiles.replacedAt),
      ),
    )
    .orderBy(asc(importFiles.id));
}
export type GoneFile = Awaited<ReturnType<typeof findGone>>[number];

/** The bytes are as they were: only the times have changed. */
export async function settleUnchanged({ tx }: Work, scanId: string, contents: readonly ReadContent[]): Promise<void> {
  if (contents.length === 0) return;
  const rows = JSON.stringify(contents.map(({ file: { id }, fingerprint }) => ({ id, fingerprint })));
  await tx.execute(sql`
    update import_files set fingerprint = v.fingerprint, failure_code = null, waiting_since = null, not_before = null,
      tries = 0, read_by = ${scanId}
    from jsonb_to_recordset(${rows}::jsonb) as v(id uuid, fingerprint text) where import_files.id = v.id`);
}

/** Makes samples of bytes that are in storage by now, with everything that an upload leaves. */
export async function insertSamples(
  work: Work,
  ownerId: string,
  copied: readonly { sampleId: string; objectKey: string; content: ReadContent }[],
): Promise<void> {
  if (copied.length === 0) return;
  const waiting = await work.tx
    .insert(samples)
    .values(
      copied.map(({ sampleId, objectKey, content: { sizeBytes, sha256, sampleName, sampleFolder } }) => ({
        ...{ id: sampleId, ownerId, objectKey, sizeBytes, sha256 },
        ...{ fileName: sampleName, folderPath: sampleFolder, status: "uploaded" as const, declaredType: "" },
      })),
    )
    .returning(waitingColumns);
  await work.tx.insert(uploads).values(
    copied.map(({ sampleId, objectKey, content: { sizeBytes } }) => ({
      ...{ sampleId, ownerId, objectKey, sizeBytes },
      ...{ expiresAt: sql`now()`, completedAt: sql`now()` },
    })),
  );
  for (const { id } of waiting) work.publish("sample.created", { sampleId: id, ownerId, status: "uploaded" });
  await queueAnalyses(work, waiting);
}

/** Writes what became of files whose bytes are new to their path. A version with other bytes stays, marked. */
export async function settleRead(work: Work, scanId: string, outcomes: readonly Outcome[]): Promise<void> {
  if (outcomes.length === 0) return;
  const isEdited = ({ content: { file } }: Outcome) => file.sha256 !== null;
  const edited = outcomes.filter(isEdited);
  await settleInPlace(
    work,
    scanId,
    outcomes.filter((outcome) => !isEdited(outcome)),
  );
  if (edited.length === 0) return;
  const olds = edited.map(({ content: { file } }) => file.id);
  await work.tx
    .update(importFiles)
    .set({ replacedAt: sql`now()`, waitingSince: null })
    .where(inArray(importFiles.id, olds));
  const rows = JSON.stringify(
    edited.map((outcome) => ({ ...rowOf(outcome), oldId: outcome.content.file.id, id: uuidv7() })),
  );
  await work.tx.execute(sql`
    insert into import_files (id, folder_id, owner_id, path, shown_path, seen_by, read_by, size_bytes, fingerprint,
      sha256, state, sample_id, sample_name, sample_folder, moved_from)
    select v.id, old.folder_id, old.owner_id, old.path, old.shown_path, old.seen_by, ${scanId}, v."sizeBytes",
      v.fingerprint, v.sha256, v.state, v."sampleId", v."sampleName", v."sampleFolder", v."movedFrom"
    from ${recordset(rows, sql`"oldId" uuid,`)} join import_files old on old.id = v."oldId"`);
}

async function settleInPlace({ tx }: Work, scanId: string, outcomes: readonly Outcome[]): Promise<void> {
  if (outcomes.length === 0) return;
  const rows = JSON.stringify(outcomes.map((outcome) => ({ ...rowOf(outcome), id: outcome.content.file.id })));
  await tx.execute(sql`
    update import_files set size_bytes = v."sizeBytes", fingerprint = v.fingerprint, sha256 = v.sha256, state = v.state,
      sample_id = v."sampleId", sample_name = v."sampleName", sample_folder = v."sampleFolder",
      moved_from = v."movedFrom", failure_code = null, waiting_since = null, not_before = null, tries = 0,
      read_by = ${scanId}
    from ${recordset(rows, sql``)} where import_files.id = v.id`);
}

const recordset = (rows: string, more: SQL) => sql`
  jsonb_to_recordset(${rows}::jsonb) as v(id uuid, ${more} "sizeBytes" bigint, fingerprint text, sha256 text, state text,
    "sampleId" uuid, "sampleName" text, "sampleFolder" text, "movedFrom" text)`;

function rowOf({ content, state, sampleId, movedFrom }: Outcome) {
  const { sha256, sizeBytes, fingerprint, sampleName, sampleFolder } = content;
  // What was known before has a name of its own, which the import never changes.
  const named = state === "imported" ? { sampleName, sampleFolder } : { sampleName: null, sampleFolder: null };
  return { sha256, sizeBytes, fingerprint, state, sampleId, movedFrom, ...named };
}

/** Locks the samples of files that have moved. */
export async function lockMoved(work: Work, moved: readonly GoneFile[]): Promise<void> {
  const ids = moved.flatMap(({ sampleId }) => sampleId ?? []);
  if (ids.length > 0) await lockInOrder(work, inArray(samples.id, ids));
}

/**
 * The file that was gone is here, so its row goes, and the sample gets the new name and folder: each unless its owner has
 * changed it.
 */
export async function followMove(work: Work, ownerId: string, gone: GoneFile, content: ReadContent): Promise<void> {
  await work.tx.delete(importFiles).where(eq(importFiles.id, gone.id));
  const { sampleId, sampleName, sampleFolder } = gone;
  if (sampleId === null || sampleName === null || sampleFolder === null) return;
  if (sampleName === content.sampleName && sampleFolder === content.sampleFolder) return;
  const unless = (column: SQL, given: string, wanted: string) =>
    sql`case when ${column} = ${given} then ${wanted} else ${column} end`;
  const renamed = await work.tx
    .update(samples)
    .set({
      fileName: unless(sql`${samples.fileName}`, sampleName, content.sampleName),
      folderPath: unless(sql`${samples.folderPath}`, sampleFolder, content.sampleFolder),
    })
    .where(and(eq(samples.id, sampleId), eq(samples.ownerId, ownerId)));
  if ((renamed.rowCount ?? 0) > 0) work.publish("sample.values_changed", { sampleId, ownerId });
}

/** Files that could not be imported. One whose bytes were imported before keeps its sample. */
export async function settleFailed(
  { tx }: Work,
  scanId: string,
  failed: readonly { file: WaitingFile; failure: FileFailure }[],
): Promise<void> {
  if (failed.length === 0) return;
  const rows = JSON.stringify(failed.map(({ file: { id }, failure }) => ({ id, failure })));
  await tx.execute(sql`
    update import_files set failure_code = v.failure, waiting_since = null, not_before = null, read_by = ${scanId},
      state = case when state in ('imported', 'known') then state else 'failed' end
    from jsonb_to_recordset(${rows}::jsonb) as v(id uuid, failure text) where import_files.id = v.id`);
}

/** Files that are no more where the walk saw them. */
export async function settleVanished({ tx }: Work, files: readonly WaitingFile[]): Promise<void> {
  if (files.length === 0) return;
  const these = inArray(
    importFiles.id,
    files.map(({ id }) => id),
  );
  await tx.delete(importFiles).where(and(these, isNull(importFiles.sha256)));
  await tx.update(importFiles).set({ goneAt: sql`now()`, waitingSince: null }).where(these);
}

/**
 * Files that are being written to: left alone for a while, and given up for this scan after some tries. Returns how many
 * were given up.
 */
export async function settleChanging(work: Work, scanId: string, files: readonly WaitingFile[]): Promise<number> {
  const again = files.filter(({ tries }) => tries + 1 < CHANGING_TRIES).map(({ id }) => id);
  const givenUp = files.filter(({ id }) => !again.includes(id));
  if (again.length > 0) {
    await work.tx
      .update(importFiles)
      .set({
        tries: sql`${importFiles.tries} + 1`,
        notBefore: sql`now() + make_interval(secs => ${CHANGING_SECONDS} * (${importFiles.tries} + 1))`,
      })
      .where(inArray(importFiles.id, again));
  }
  const failed = givenUp.map((file) => ({ file, failure: "changing" as const }));
  await settleFailed(work, scanId, failed);
  return givenUp.length;
}

import { Readable } from "node:stream";
import { underPresentRules } from "@/lib/analysis/derived/present-rules";
import type { AnalysisRecord } from "@/lib/analysis/record/schema";
import { ArchivePaths } from "@/lib/archives/archive-paths";
import { csvLine } from "@/lib/archives/csv";
import { ZipStream } from "@/lib/archives/zip-stream";
import { getObjectStream } from "@/lib/platform/s3";
import { presentTags } from "@/lib/samples/lookups";
import {
  type ExportedSample,
  findPicture,
  readApiKeys,
  readAudit,
  readBatches,
  readBulkEdits,
  readCollections,
  readDuplicates,
  readImportedFiles,
  readImportFolders,
  readPlays,
  readProfile,
  readPublic,
  readQuerySounds,
  readSamples,
  readSavedViews,
  readSessions,
  readSettings,
  readSlices,
} from "./lookups";
import { readReactions } from "./reactions/lookups";

const CSV_HEAD = [
  "id",
  "path",
  "status",
  "failure_code",
  "size_bytes",
  "sha256",
  "created_at",
  "duration_seconds",
  "bpm",
  "key_tonic",
  "key_mode",
  "note",
  "kind",
  "integrated_lufs",
  "ungated_lufs",
  "corrected",
  "tags",
  "licence",
  "ai_training",
  "file_title",
  "file_artist",
  "file_album",
  "file_year",
  "file_bpm",
];
/** Between the items of a list in one cell. */
const LIST_SEPARATOR = "; ";

/** Originals are compressed already or hardly compress. Only the text files are worth compressing. */
const AS_IT_IS = { compress: false };

/**
 * A ZIP of everything that belongs to one person, built while it is being read: neither the archive nor any file in it
 * is held in memory.
 * @throws what storage or the database throws; the bytes before are then not a complete archive.
 */
export function archiveOf(userId: string): AsyncIterable<Buffer> {
  const archive = new ZipStream();
  fill(archive, userId).then(
    () => archive.end(),
    (error: Error) => archive.fail(error),
  );
  return archive.output;
}

async function fill(archive: ZipStream, userId: string): Promise<void> {
  await addText(archive, "profile.json", jsonOf(await readProfile(userId)));
  await addText(archive, "sessions.json", jsonOf(await readSessions(userId)));
  await addText(archive, "api-keys.json", jsonOf(await readApiKeys(userId)));
  await addText(archive, "duplicates.json", jsonOf(await readDuplicates(userId)));
  await addText(archive, "batches.json", jsonList(readBatches(userId)));
  await addText(archive, "bulk-edits.json", jsonList(readBulkEdits(userId)));
  await addText(archive, "collections.json", jsonOf(await readCollections(userId)));
  await addText(archive, "import-folders.json", jsonOf(await readImportFolders(userId)));
  await addText(archive, "import-files.json", jsonList(readImportedFiles(userId)));
  await addText(archive, "public.json", jsonOf(await readPublic(userId)));
  await addText(archive, "reactions.json", jsonOf(await readReactions(userId)));
  await addPicture(archive, await findPicture(userId));
  await addText(archive, "query-sounds.json", jsonOf(await readQuerySounds(userId)));
  await addText(archive, "saved-views.json", jsonOf(await readSavedViews(userId)));
  await addText(archive, "settings.json", jsonOf(await readSettings(userId)));
  await addText(archive, "slices.json", jsonOf(await readSlices(userId)));
  await addText(archive, "plays.json", jsonList(readPlays(userId)));
  await addText(archive, "audit.json", jsonList(readAudit(userId)));
  // A first pass gives each sample its path, so that lists and files agree. Samples added meanwhile are left out.
  const paths = new Map<string, string>();
  const names = new ArchivePaths("originals");
  for await (const { id, folderPath, fileName } of readSamples(userId))
    paths.set(id, names.place(folderPath, fileName));
  await addText(archive, "samples.json", jsonList(described(userId, paths)));
  await addText(archive, "samples.csv", tableOf(userId, paths));
  for await (const sample of samplesAt(userId, paths)) {
    if (sample.objectKey) await addOriginal(archive, sample.objectKey, sample);
  }
}

type PlacedSample = ExportedSample & { path: string };

async function* samplesAt(userId: string, paths: ReadonlyMap<string, string>): AsyncGenerator<PlacedSample> {
  for await (const sample of readSamples(userId)) {
    const path = paths.get(sample.id);
    if (path) yield { ...sample, path };
  }
}

/** Without what only this installation needs. */
function exportedTags(fileTags: ExportedSample["fileTags"]) {
  if (!fileTags) return null;
  const { sampleId, sha256, readerVersion, coverKey, readAt, ...tags } = fileTags;
  return tags;
}

async function* described(userId: string, paths: ReadonlyMap<string, string>) {
  for await (const { objectKey, path, measuredTags, ...sample } of samplesAt(userId, paths)) {
    const record = sample.record ? underPresentRules(sample.record as AnalysisRecord) : null;
    const fileTags = exportedTags(sample.fileTags);
    const tags = await presentTags(sample.id, sample.tags, measuredTags, record);
    yield { ...sample, tags, record, fileTags, path: objectKey ? path : null };
  }
}

async function* tableOf(userId: string, paths: ReadonlyMap<string, string>): AsyncGenerator<string> {
  yield csvLine(CSV_HEAD);
  for await (const sample of samplesAt(userId, paths)) {
    const { id, path, status, failureCode, sizeBytes, sha256, createdAt, fileTags: said } = sample;
    const { durationSeconds, bpm, keyTonic, keyMode, note, kind, integratedLufs, ungatedLufs } = sample;
    const file = [id, path, status, failureCode, sizeBytes, sha256, createdAt.toISOString()];
    const sound = [durationSeconds, bpm, keyTonic, keyMode, note, kind, integratedLufs, ungatedLufs];
    const { licence, aiTraining } = sample;
    const people = [sample.corrected.join(LIST_SEPARATOR), sample.tags.join(LIST_SEPARATOR), licence, aiTraining];
    const inFile = said ? [said.title, said.artist, said.album, said.year, said.bpm] : [null, null, null, null, null];
    yield csvLine([...file, ...sound, ...people, ...inFile]);
  }
}

const addText = (archive: ZipStream, path: string, text: AsyncIterable<string>) =>
  archive.add(path, Readable.from(text, { objectMode: false }));

async function* jsonOf(value: unknown): AsyncGenerator<string> {
  yield `${JSON.stringify(value, null, 2)}\n`;
}

async function* jsonList(values: AsyncIterable<unknown>): AsyncGenerator<string> {
  let separator = "[\n";
  for await (const value of values) {
    yield `${separator}${JSON.stringify(value)}`;
    separator = ",\n";
  }
  yield separator === "[\n" ? "[]\n" : "\n]\n";
}

/** Skips a file that was deleted since the list was read. */
async function addOriginal(archive: ZipStream, objectKey: string, { path, createdAt }: PlacedSample): Promise<void> {
  const object = await getObjectStream(objectKey);
  if (object) await archive.add(path, object.stream, { ...AS_IT_IS, mtime: createdAt });
}

async function addPicture(archive: ZipStream, objectKey: string | null): Promise<void> {
  const object = objectKey === null ? null : await getObjectStream(objectKey);
  if (object) await archive.add("picture.webp", object.stream, AS_IT_IS);
}

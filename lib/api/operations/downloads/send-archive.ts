import type { OperationCall } from "@/lib/api/http/operation";
import type { RawAnswer } from "@/lib/api/http/responses";
import { safePart } from "@/lib/archives/archive-paths";
import { type ArchiveRequested, selectionArchive } from "@/lib/downloads/archive/archive";
import { ARCHIVE_FILES_MAX } from "@/lib/downloads/constants";
import { takePlace } from "@/lib/downloads/places";
import { type ArchiveRequest, archiveRequestSchema } from "@/lib/downloads/schema";
import { sentStream } from "@/lib/downloads/sent-stream";
import { ok, type Result, refused } from "@/lib/errors";
import { requireFlag } from "@/lib/flags/data";
import type { Actor } from "@/lib/identity/actor";
import { selectedIds } from "@/lib/library/data";
import { attachmentDisposition } from "@/lib/platform/s3-presign";
import { FILE_SAMPLES_MAX } from "@/lib/playlists/constants";
import type { SampleRow } from "@/lib/samples/schema";

type Call = Pick<OperationCall<unknown, unknown, unknown, unknown>, "ctx" | "signal">;

/** Answers with a ZIP of the selection. What is refused is refused before the first byte. */
export async function sendArchive(
  { ctx: { actor }, signal }: Call,
  request: ArchiveRequest,
): Promise<Result<RawAnswer, "too_many_downloads" | "nothing_selected" | "too_many_files">> {
  const { selection, ...options } = archiveRequestSchema.parse(request);
  await requireFlags(actor, options);
  const ids: string[] = [];
  for await (const portion of selectedIds(actor, selection)) {
    ids.push(...portion);
    if (ids.length > ARCHIVE_FILES_MAX) return refused("too_many_files");
  }
  return streamed(actor, { ...options, ids }, { name: `samples ${new Date().toISOString().slice(0, 10)}`, signal });
}

/**
 * Answers with a ZIP of a set in its order, as the list files name it: one folder with the name of the set. Samples of
 * others are left out.
 */
export async function sendSet(
  { ctx: { actor }, signal }: Call,
  { name, rows }: { name: string; rows: readonly SampleRow[] },
): Promise<Result<RawAnswer, "too_many_downloads" | "nothing_selected" | "too_many">> {
  const options = { withTags: false, naming: "original", keepFolders: false } as const;
  await requireFlags(actor, options);
  if (rows.length > FILE_SAMPLES_MAX) return refused("too_many");
  if (rows.length === 0) return refused("nothing_selected");
  const own = new Set<string>();
  for await (const portion of selectedIds(actor, { ids: rows.map(({ id }) => id) }))
    for (const id of portion) own.add(id);
  const ids = rows.flatMap(({ id }) => (own.has(id) ? id : []));
  return streamed(actor, { ...options, ids, root: safePart(name) }, { name, signal });
}

async function requireFlags(actor: Actor, { withTags }: { withTags: boolean }): Promise<void> {
  await requireFlag(actor, "original-download");
  if (withTags) await requireFlag(actor, "tag-writeback");
}

function streamed(actor: Actor, wanted: ArchiveRequested, { name, signal }: { name: string; signal: AbortSignal }) {
  if (wanted.ids.length === 0) return refused("nothing_selected");
  const giveBack = takePlace(actor.id);
  if (!giveBack) return refused("too_many_downloads");
  const archive = selectionArchive(actor, wanted, signal);
  return ok({
    body: sentStream(archive, signal, giveBack),
    headers: { "Content-Disposition": attachmentDisposition(`${name}.zip`) },
  });
}

import type { OperationCall } from "@/lib/api/http/operation";
import type { RawAnswer } from "@/lib/api/http/responses";
import { selectionArchive } from "@/lib/downloads/archive/archive";
import { ARCHIVE_FILES_MAX } from "@/lib/downloads/constants";
import { takePlace } from "@/lib/downloads/places";
import { type ArchiveRequest, archiveRequestSchema } from "@/lib/downloads/schema";
import { sentStream } from "@/lib/downloads/sent-stream";
import { ok, type Result, refused } from "@/lib/errors";
import { requireFlag } from "@/lib/flags/data";
import { selectedIds } from "@/lib/library/data";
import { attachmentDisposition } from "@/lib/platform/s3-presign";

type Call = Pick<OperationCall<unknown, unknown, unknown, unknown>, "ctx" | "signal">;

/** Answers with a ZIP of the selection. What is refused is refused before the first byte. */
export async function sendArchive(
  { ctx: { actor }, signal }: Call,
  request: ArchiveRequest,
): Promise<Result<RawAnswer, "too_many_downloads" | "nothing_selected" | "too_many_files">> {
  const { selection, ...options } = archiveRequestSchema.parse(request);
  await requireFlag(actor, "original-download");
  if (options.withTags) await requireFlag(actor, "tag-writeback");
  const ids: string[] = [];
  for await (const portion of selectedIds(actor, selection)) {
    ids.push(...portion);
    if (ids.length > ARCHIVE_FILES_MAX) return refused("too_many_files");
  }
  if (ids.length === 0) return refused("nothing_selected");
  const giveBack = takePlace(actor.id);
  if (!giveBack) return refused("too_many_downloads");
  const archive = selectionArchive(actor, { ...options, ids }, signal);
  const name = `samples ${new Date().toISOString().slice(0, 10)}.zip`;
  return ok({
    body: sentStream(archive, signal, giveBack),
    headers: { "Content-Disposition": attachmentDisposition(name) },
  });
}

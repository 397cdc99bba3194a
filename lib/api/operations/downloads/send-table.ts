import { Readable } from "node:stream";
import type { OperationCall } from "@/lib/api/http/operation";
import type { RawAnswer } from "@/lib/api/http/responses";
import { readSelected } from "@/lib/downloads/data";
import { takePlace } from "@/lib/downloads/places";
import type { TableRequest } from "@/lib/downloads/schema";
import { sentStream } from "@/lib/downloads/sent-stream";
import { TABLE_TYPES, tableText } from "@/lib/downloads/table/table";
import { ok, type Result, refused } from "@/lib/errors";
import { attachmentDisposition } from "@/lib/platform/s3-presign";

type Call = Pick<OperationCall<unknown, unknown, unknown, unknown>, "ctx" | "signal">;

/** Answers with a table of the selection, which is read as fast as the caller takes it. */
export async function sendTable(
  { ctx, signal }: Call,
  { selection, format }: TableRequest,
): Promise<Result<RawAnswer, "too_many_downloads">> {
  const giveBack = takePlace(ctx.actor.id);
  if (!giveBack) return refused("too_many_downloads");
  const text = tableText(format, readSelected(ctx.actor, selection));
  const stream = Readable.from(text, { objectMode: false, highWaterMark: 64 * 1024 });
  const name = `samples ${new Date().toISOString().slice(0, 10)}.${format}`;
  return ok({
    body: sentStream(stream, signal, giveBack),
    headers: { "Content-Type": TABLE_TYPES[format], "Content-Disposition": attachmentDisposition(name) },
  });
}

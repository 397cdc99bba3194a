import type { RawAnswer } from "@/lib/api/http/responses";
import { CUT_ERRORS } from "@/lib/api/operations/samples/cut-errors";
import { sentStream } from "@/lib/downloads/sent-stream";
import { attachmentDisposition } from "@/lib/platform/s3-presign";
import type { Exported } from "@/lib/slices/exports";

/** How the export of slices is refused. */
export const EXPORT_ERRORS = {
  ...CUT_ERRORS,
  no_slices: { status: 409, title: "The sample has no slices", detail: "Choose where to cut it first." },
} as const;

export const sentFile = ({ name, stream, sizeBytes, release }: Exported, signal: AbortSignal): RawAnswer => ({
  body: sentStream(stream, signal, release),
  headers: {
    ...(sizeBytes === null ? {} : { "Content-Length": String(sizeBytes) }),
    "Content-Disposition": attachmentDisposition(name),
  },
});

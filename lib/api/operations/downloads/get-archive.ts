import { defineOperation } from "@/lib/api/http/operation";
import { raw } from "@/lib/api/http/responses";
import { archiveQuerySchema } from "@/lib/downloads/schema";
import { ARCHIVE_ERRORS } from "./errors";
import { sendArchive } from "./send-archive";

export const getArchive = defineOperation({
  method: "GET",
  path: "/downloads/archive",
  summary: "Streams a ZIP of the files of a search, or of some ids, with `tags=1` as copies with tempo and key.",
  scope: "samples:download",
  rateClass: "default",
  query: archiveQuerySchema,
  response: raw("application/zip"),
  errors: ARCHIVE_ERRORS,
  handle: (call) => sendArchive(call, call.query),
});

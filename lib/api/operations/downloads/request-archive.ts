import { defineOperation } from "@/lib/api/http/operation";
import { raw } from "@/lib/api/http/responses";
import { archiveRequestSchema } from "@/lib/downloads/schema";
import { ARCHIVE_ERRORS } from "./errors";
import { sendArchive } from "./send-archive";

export const requestArchive = defineOperation({
  method: "POST",
  path: "/downloads/archive",
  summary: "Streams a ZIP of the files of any selection.",
  scope: "samples:download",
  rateClass: "default",
  body: archiveRequestSchema,
  takesForm: true,
  response: raw("application/zip"),
  errors: ARCHIVE_ERRORS,
  handle: (call) => sendArchive(call, call.body),
});

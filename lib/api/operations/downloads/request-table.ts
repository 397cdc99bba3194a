import { defineOperation } from "@/lib/api/http/operation";
import { raw } from "@/lib/api/http/responses";
import { tableRequestSchema } from "@/lib/downloads/schema";
import { TABLE_TYPES } from "@/lib/downloads/table/table";
import { TOO_MANY_DOWNLOADS } from "./errors";
import { sendTable } from "./send-table";

export const requestTable = defineOperation({
  method: "POST",
  path: "/downloads/table",
  summary: "Streams everything known about the samples of any selection, as CSV or JSON.",
  scope: "samples:read",
  rateClass: "default",
  body: tableRequestSchema,
  takesForm: true,
  response: raw(TABLE_TYPES.csv),
  errors: { too_many_downloads: TOO_MANY_DOWNLOADS },
  handle: (call) => sendTable(call, call.body),
});

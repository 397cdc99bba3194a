import { z } from "zod";
import { defineOperation } from "@/lib/api/http/operation";
import { FEATURE_OFF } from "@/lib/api/http/refusals";
import { json } from "@/lib/api/http/responses";
import { addFolder } from "@/lib/imports/mutations";
import { addFolderSchema } from "@/lib/imports/schema";
import { msg } from "@/lib/language/text";
import { CANNOT_IMPORT } from "./errors";

export const addImport = defineOperation({
  method: "POST",
  path: "/imports",
  summary: "Begins to import a folder on the server, in the background.",
  scope: "imports:manage",
  rateClass: "default",
  body: addFolderSchema,
  response: json(z.object({ id: z.uuid() }), 201),
  errors: {
    no_such_folder: CANNOT_IMPORT,
    already_added: { status: 409, title: msg("You have added this folder before") },
    too_many: { status: 409, title: msg("You have as many folders as one person may have") },
    feature_off: FEATURE_OFF,
  },
  handle: ({ ctx, body }) => addFolder(ctx, body),
});

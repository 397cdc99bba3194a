import { z } from "zod";
import { defineOperation } from "@/lib/api/http/operation";
import { json } from "@/lib/api/http/responses";
import * as views from "@/lib/library/views/mutations";
import { newViewSchema } from "@/lib/library/views/schema";
import { NAME_TAKEN, TOO_MANY_VIEWS } from "./errors";

export const saveView = defineOperation({
  method: "POST",
  path: "/library/views",
  summary: "Saves a view of the library under a name, behind the others.",
  scope: "samples:update",
  rateClass: "default",
  body: newViewSchema,
  response: json(z.object({ id: z.uuid() }), 201),
  errors: { name_taken: NAME_TAKEN, too_many_views: TOO_MANY_VIEWS },
  handle: ({ ctx, body }) => views.saveView(ctx, body),
});

import { z } from "zod";
import { defineOperation } from "@/lib/api/http/operation";
import { json } from "@/lib/api/http/responses";
import { ok } from "@/lib/errors";
import { listViews } from "@/lib/library/views/data";
import { savedViewSchema } from "@/lib/library/views/schema";

export const listSavedViews = defineOperation({
  method: "GET",
  path: "/library/views",
  summary: "Lists the saved views of the library in their order: at most 100.",
  scope: "samples:read",
  rateClass: "studio",
  response: json(z.array(savedViewSchema)),
  handle: async ({ ctx }) => ok(await listViews(ctx.actor.id)),
});

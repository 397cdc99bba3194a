import { INVALID_CURSOR } from "@/lib/api/http/cursor";
import { defineOperation } from "@/lib/api/http/operation";
import { pageWith } from "@/lib/api/http/responses";
import { ok } from "@/lib/errors";
import { libraryPageSchema } from "@/lib/library/schema";
import { findLibraryPage } from "@/lib/library/window/data";
import { libraryRowDto, queryProblems, toLibraryRowDto } from "./dto";

export const listLibraryPage = defineOperation({
  method: "GET",
  path: "/library/pages",
  summary: "Gives one page of the library's window: what a query finds, in an order of values.",
  scope: "samples:read",
  rateClass: "studio",
  query: libraryPageSchema,
  response: pageWith(libraryRowDto, queryProblems),
  errors: { invalid_cursor: INVALID_CURSOR },
  async handle({ ctx, query }) {
    const found = await findLibraryPage(ctx.actor, query);
    if (!found.ok) return found;
    const { rows, ...more } = found.value;
    return ok({ data: rows.map(toLibraryRowDto), ...more });
  },
});

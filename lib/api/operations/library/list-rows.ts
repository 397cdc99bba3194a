import { z } from "zod";
import { defineOperation } from "@/lib/api/http/operation";
import { json } from "@/lib/api/http/responses";
import { ok } from "@/lib/errors";
import { CHANGED_ROWS_MAX } from "@/lib/library/constants";
import { findLibraryRows } from "@/lib/library/window/data";
import { libraryRowDto, toLibraryRowDto } from "./dto";

export const listLibraryRows = defineOperation({
  method: "GET",
  path: "/library/rows",
  summary: "Gives the rows of these samples, in the order of the ids; without those that are not the caller's.",
  scope: "samples:read",
  rateClass: "studio",
  query: z.object({
    /** `a,b,c`. */
    ids: z
      .string()
      .transform((list) => list.toLowerCase().split(",").filter(Boolean))
      .pipe(z.array(z.uuid()).max(CHANGED_ROWS_MAX)),
  }),
  response: json(z.array(libraryRowDto)),
  async handle({ ctx, query: { ids } }) {
    return ok((await findLibraryRows(ctx.actor, ids)).map(toLibraryRowDto));
  },
});

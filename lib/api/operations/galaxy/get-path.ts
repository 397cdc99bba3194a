import { z } from "zod";
import { defineOperation } from "@/lib/api/http/operation";
import { FEATURE_OFF, NOT_FOUND } from "@/lib/api/http/refusals";
import { json } from "@/lib/api/http/responses";
import { NOT_ANALYSED } from "@/lib/api/operations/search/refusals";
import { ok } from "@/lib/errors";
import { requireFlag } from "@/lib/flags/data";
import { PATH_DEFAULT, PATH_MAX } from "@/lib/galaxy/constants";
import { findGalaxyPath } from "@/lib/galaxy/data";

export const getGalaxyPath = defineOperation({
  method: "GET",
  path: "/galaxy/path",
  summary: "Lists samples that lead from one sound to another in even steps.",
  scope: "search:similarity",
  rateClass: "search",
  query: z.object({
    from: z.uuid(),
    to: z.uuid(),
    most: z.coerce.number<string | number>().int().min(2).max(PATH_MAX).default(PATH_DEFAULT),
  }),
  response: json(z.object({ ids: z.array(z.uuid()) })),
  errors: { feature_off: FEATURE_OFF, not_found: NOT_FOUND, not_analysed: NOT_ANALYSED },
  async handle({ ctx, query }) {
    await requireFlag(ctx.actor, "galaxy");
    const path = await findGalaxyPath(ctx.actor.id, query);
    return path.ok ? ok({ ids: path.value }) : path;
  },
});

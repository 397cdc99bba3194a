import { z } from "zod";
import { defineOperation } from "@/lib/api/http/operation";
import { FEATURE_OFF } from "@/lib/api/http/refusals";
import { json } from "@/lib/api/http/responses";
import { ok } from "@/lib/errors";
import { requireFlag } from "@/lib/flags/data";
import { findGalaxyLabels } from "@/lib/galaxy/data";

const count = z.number().int().nonnegative();
const coordinate = z.number().min(-1).max(1);

export const getGalaxyLabels = defineOperation({
  method: "GET",
  path: "/galaxy/labels",
  summary: "Names the dense places of the galaxy and the tags of its points, and counts what has no place yet.",
  scope: "samples:read",
  rateClass: "studio",
  response: json(
    z.object({
      /** A point's tag is an index into this list. */
      tags: z.array(z.string()),
      regions: z.array(z.object({ x: coordinate, y: coordinate, z: coordinate, text: z.string(), count })),
      missing: count,
      layout: count,
      isLayingOut: z.boolean(),
    }),
  ),
  errors: { feature_off: FEATURE_OFF },
  async handle({ ctx }) {
    await requireFlag(ctx.actor, "galaxy");
    return ok(await findGalaxyLabels(ctx.actor));
  },
});

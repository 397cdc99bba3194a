import { z } from "zod";
import { matchesTag } from "@/lib/api/http/entity-tag";
import { defineOperation } from "@/lib/api/http/operation";
import { FEATURE_OFF } from "@/lib/api/http/refusals";
import { type RawAnswer, raw } from "@/lib/api/http/responses";
import { ok } from "@/lib/errors";
import { requireFlag } from "@/lib/flags/data";
import { galaxyAsItIs } from "@/lib/galaxy/data";

export const getGalaxy = defineOperation({
  method: "GET",
  path: "/galaxy",
  summary: "Gives every sample of the library as a point in 3D, laid out by how they sound, as columns of numbers.",
  scope: "samples:read",
  rateClass: "studio",
  headers: z.object({ "if-none-match": z.string().optional() }),
  response: raw("application/octet-stream"),
  errors: { feature_off: FEATURE_OFF },
  async handle({ ctx, headers }) {
    await requireFlag(ctx.actor, "galaxy");
    const galaxy = await galaxyAsItIs(ctx.actor);
    const etag = `"${galaxy.version}"`;
    const kept = { ETag: etag, "Cache-Control": "private, no-cache" };
    if (matchesTag(headers["if-none-match"], etag)) return ok<RawAnswer>({ status: 304, headers: kept, body: null });
    const bytes = await galaxy.read();
    return ok({
      headers: { ...kept, "X-Content-Type-Options": "nosniff" },
      // Not packed: Next.js takes `Content-Encoding` off whatever a route answers.
      body: new Blob([bytes]).stream() as ReadableStream,
    });
  },
});

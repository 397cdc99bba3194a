import { z } from "zod";
import { defineOperation } from "@/lib/api/http/operation";
import { json } from "@/lib/api/http/responses";
import { ok } from "@/lib/errors";
import { searchStatistics } from "@/lib/search/statistics/data";

const count = z.number().int().nonnegative();

export const getSearchStatistics = defineOperation({
  method: "GET",
  path: "/search/statistics",
  summary: "Says how much of the library can be searched, and for admins what the index of sounds costs.",
  scope: "search:text",
  rateClass: "default",
  response: json(
    z.object({
      documents: count,
      sounds: count,
      /** Changes that are not searchable yet, 10,000 at most. */
      waiting: count,
      /** Samples that have changed since the index in memory last followed; null without one. */
      behind: count.nullable(),
      source: z.enum(["memory", "rows"]),
      /** Whether words are compared with sounds, by the CLAP plug-in. */
      comparesWords: z.boolean(),
      /** Of the samples of everybody: only for admins. */
      index: z
        .object({
          status: z.enum(["off", "starting", "building", "ready"]),
          processId: z.number().nullable(),
          restarts: count,
          state: z
            .object({
              isReady: z.boolean(),
              rows: count,
              owners: count,
              indexBytes: count,
              processBytes: count,
              watermark: count,
              rebuilds: count,
              trouble: z.string().nullable(),
            })
            .nullable(),
        })
        .nullable(),
    }),
  ),
  handle: async ({ ctx }) => ok(await searchStatistics(ctx.actor)),
});

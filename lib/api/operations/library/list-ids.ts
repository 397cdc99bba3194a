import { z } from "zod";
import { defineOperation } from "@/lib/api/http/operation";
import { raw } from "@/lib/api/http/responses";
import { ok } from "@/lib/errors";
import { selectedIds } from "@/lib/library/data";
import { selectionSchema } from "@/lib/library/schema";

const querySchema = selectionSchema.options[1].shape.query;

export const listLibraryIds = defineOperation({
  method: "GET",
  path: "/library/ids",
  summary: "Gives the ids of everything that a query finds, one a line, the newest first, as they are found.",
  scope: "samples:read",
  rateClass: "studio",
  query: z.object({ query: querySchema }),
  response: raw("text/plain; charset=utf-8"),
  async handle({ ctx: { actor }, query: { query } }) {
    const portions = selectedIds(actor, { query });
    return ok({ body: linesOf(portions), headers: { "Cache-Control": "no-store" } });
  },
});

/** Reads on only when the receiver has taken what was read before. */
function linesOf(portions: AsyncGenerator<string[]>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await portions.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(`${value.join("\n")}\n`));
    },
    cancel: async () => void (await portions.return(undefined)),
  });
}

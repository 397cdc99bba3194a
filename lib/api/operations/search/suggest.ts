import { z } from "zod";
import { defineOperation } from "@/lib/api/http/operation";
import { json } from "@/lib/api/http/responses";
import { ok } from "@/lib/errors";
import { suggest } from "@/lib/search/words/data";
import { SUGGESTION_KINDS } from "@/lib/search/words/schema";

const CHARACTERS_MAX = 200;
/** Of each kind, where all are asked. */
const EACH = 3;

export const suggestSearches = defineOperation({
  method: "GET",
  path: "/search/suggestions",
  summary: "What the library has that begins with a text: values of one filter, or of all of them and titles.",
  scope: "search:text",
  rateClass: "studio",
  query: z.object({
    q: z.string().max(CHARACTERS_MAX).default(""),
    kind: z.enum(SUGGESTION_KINDS).optional(),
    limit: z.coerce.number<string | number>().int().min(1).max(50).default(10),
  }),
  response: json(
    z.array(z.object({ kind: z.enum(SUGGESTION_KINDS), value: z.string(), count: z.number().int().positive() })),
  ),
  async handle({ ctx: { actor }, query: { q, kind, limit } }) {
    const asked = kind === undefined ? SUGGESTION_KINDS : [kind];
    const each = kind === undefined ? EACH : limit;
    const found = await Promise.all(
      asked.map(async (one) => {
        const some = await suggest(actor, { kind: one, prefix: q, limit: each });
        return some.map((suggestion) => ({ kind: one, ...suggestion }));
      }),
    );
    return ok(found.flat().slice(0, limit));
  },
});

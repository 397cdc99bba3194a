import { z } from "zod";
import { defineOperation } from "@/lib/api/http/operation";
import { json } from "@/lib/api/http/responses";
import * as tags from "@/lib/samples/tags/mutations";
import { changeManyTagsSchema, tagResultSchema } from "@/lib/samples/tags/schema";

export const changeManyTags = defineOperation({
  method: "PATCH",
  path: "/tags",
  summary: "Changes the tags of many samples, and says for each what became of it.",
  scope: "samples:update",
  rateClass: "default",
  body: changeManyTagsSchema,
  response: json(z.object({ results: z.array(tagResultSchema) })),
  handle: ({ ctx, body }) => tags.changeManyTags(ctx, body),
});

import { z } from "zod";
import { defineOperation } from "@/lib/api/http/operation";
import { FEATURE_OFF } from "@/lib/api/http/refusals";
import { json } from "@/lib/api/http/responses";
import { DEMO_ACCOUNT, NO_PUBLIC_PAGE } from "@/lib/api/operations/artist/errors";
import { ok } from "@/lib/errors";
import { publishSample as publish } from "@/lib/gallery/mutations";
import { publishSchema } from "@/lib/gallery/schema";
import { ALREADY_PUBLIC, NOT_PUBLISHABLE, TAKEN_DOWN } from "./errors";

export const publishSample = defineOperation({
  method: "POST",
  path: "/publications",
  summary: "Shows one of your analysed samples to everybody, under a licence and at an address of its own.",
  scope: "gallery:publish",
  rateClass: "default",
  body: publishSchema,
  response: json(z.object({ id: z.uuid(), slug: z.string(), address: z.url() }), 201),
  errors: {
    not_found: NOT_PUBLISHABLE,
    no_public_page: NO_PUBLIC_PAGE,
    already_public: ALREADY_PUBLIC,
    taken_down: TAKEN_DOWN,
    demo_account: DEMO_ACCOUNT,
    feature_off: FEATURE_OFF,
  },
  idempotent: true,
  async handle({ ctx, body, origin }) {
    const published = await publish(ctx, body);
    if (!published.ok) return published;
    const address = new URL(`/gallery/${published.value.slug}`, origin).toString();
    return ok({ ...published.value, address });
  },
});

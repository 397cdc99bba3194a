import { z } from "zod";
import { defineOperation } from "@/lib/api/http/operation";
import { FEATURE_OFF } from "@/lib/api/http/refusals";
import { raw } from "@/lib/api/http/responses";
import { AppError, ok, refused } from "@/lib/errors";
import { flagsOf, isFlagOn } from "@/lib/flags/data";
import type { Actor } from "@/lib/identity/actor";
import { isCredentialLive } from "@/lib/identity/credential";
import type { Credential } from "./event-stream";
import { openStreams, STREAMS_PER_PERSON } from "./open-streams";
import { LIVE_FLAGS } from "./person-feed";

const RETRY_SECONDS = 30;

export const streamEvents = defineOperation({
  method: "GET",
  path: "/events",
  summary: "Streams what happens to the caller's samples, replayed from `Last-Event-ID`.",
  scope: "samples:read",
  rateClass: "studio",
  query: z.object({
    // Browsers send the header when they reconnect by themselves; a page that was reloaded passes `since`.
    since: z.string().optional(),
    // Any text that this page made up: its next stream replaces the one before.
    page: z.string().max(64).optional(),
  }),
  headers: z.object({ "last-event-id": z.string().optional() }),
  response: raw("text/event-stream; charset=utf-8"),
  errors: {
    feature_off: FEATURE_OFF,
    too_many_streams: {
      status: 429,
      title: "Too many event streams are open",
      detail: `Everybody may have ${STREAMS_PER_PERSON} at once. Close one before you open the next.`,
      retryAfterSeconds: RETRY_SECONDS,
    },
    server_is_full: {
      status: 503,
      title: "The server has no place for another event stream",
      detail: "Try again later.",
      retryAfterSeconds: RETRY_SECONDS,
    },
  },
  async handle({ ctx: { actor }, query, headers, signal }) {
    if ((await flagsOf(actor, LIVE_FLAGS)).size === 0) return refused("feature_off");
    const lastEventId = eventId(headers["last-event-id"] ?? query.since);
    const follower = { person: actor, credential: credentialOf(actor), lastEventId, page: query.page ?? null };
    const opened = openStreams().open(follower, signal);
    if (!opened.ok) return opened;
    return ok({
      body: opened.value.body,
      headers: { "Cache-Control": "no-cache, no-transform", "X-Accel-Buffering": "no", Connection: "keep-alive" },
    });
  },
});

function credentialOf(actor: Actor): Credential {
  const { sessionId, apiKeyId } = actor;
  const id = apiKeyId ?? sessionId;
  if (id === null) throw new AppError("unauthenticated");
  const isFeatureOn = async () => apiKeyId === null || isFlagOn(actor, "api");
  return { id, isLive: async () => (await isCredentialLive(actor)) && (await isFeatureOn()) };
}

/** Anything that is not an id counts as none. */
function eventId(sent: string | undefined): number | null {
  return sent && /^\d{1,15}$/.test(sent) ? Number(sent) : null;
}

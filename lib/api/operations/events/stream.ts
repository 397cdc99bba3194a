import type { ApiContext } from "@/lib/api/http/api-env";
import { AppError } from "@/lib/errors";
import { flagsOf, isFlagOn } from "@/lib/flags/data";
import type { Actor } from "@/lib/identity/actor";
import { isCredentialLive } from "@/lib/identity/credential";
import { type Credential, EventStream, LIVE_FLAGS } from "./event-stream";

/** `GET /events`: what happens to the caller's samples, as it happens; replayed from `Last-Event-ID`. */
export async function streamEventsOperation(c: ApiContext): Promise<Response> {
  const { actor } = c.get("ctx");
  if ((await flagsOf(actor, LIVE_FLAGS)).size === 0) throw new AppError("feature_off");
  const follower = { person: actor, credential: credentialOf(actor), lastEventId: lastEventId(c) };
  const stream = new EventStream(follower, c.req.raw.signal);
  return c.body(stream.body, 200, {
    "Content-Type": "text/event-stream; charset=utf-8",
    "Cache-Control": "no-cache, no-transform",
    "X-Accel-Buffering": "no",
    Connection: "keep-alive",
  });
}

function credentialOf(actor: Actor): Credential {
  const { sessionId, apiKeyId } = actor;
  const id = apiKeyId ?? sessionId;
  if (id === null) throw new AppError("unauthenticated");
  const isFeatureOn = async () => apiKeyId === null || isFlagOn(actor, "api");
  return { id, isLive: async () => (await isCredentialLive(actor)) && (await isFeatureOn()) };
}

/** Browsers send the header when they reconnect by themselves; a page that was reloaded may pass `?since=`. */
function lastEventId(c: ApiContext): number | null {
  const sent = c.req.header("last-event-id") ?? c.req.query("since");
  const id = sent && /^\d{1,15}$/.test(sent) ? Number(sent) : null;
  return id;
}

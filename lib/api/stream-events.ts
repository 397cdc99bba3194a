import type { ApiContext } from "./api-env";
import { EventStream } from "./event-stream";

/** `GET /events`: what happens to the caller's samples, as it happens; replayed from `Last-Event-ID`. */
export function streamEventsOperation(c: ApiContext): Response {
  const { sessionId, viewer } = c.get("session");
  const stream = new EventStream({ userId: viewer.id, sessionId, lastEventId: lastEventId(c) }, c.req.raw.signal);
  return new Response(stream.body, {
    headers: {
      "Content-Type": "text/event-stream; charset=utf-8",
      "Cache-Control": "no-cache, no-transform",
      "X-Accel-Buffering": "no",
      Connection: "keep-alive",
    },
  });
}

/** Browsers send the header when they reconnect by themselves; a page that was reloaded may pass `?since=`. */
function lastEventId(c: ApiContext): number | null {
  const sent = c.req.header("last-event-id") ?? c.req.query("since");
  const id = sent && /^\d{1,15}$/.test(sent) ? Number(sent) : null;
  return id;
}

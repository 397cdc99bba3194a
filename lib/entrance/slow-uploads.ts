import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, Server, ServerResponse } from "node:http";

const MARK = Symbol.for("samplemind.slow-uploads");

interface StartedRequest {
  request: IncomingMessage;
  response: ServerResponse;
  server: Server;
}

/**
 * Lets requests below `storagePath` take as long as they need: the store itself gives up a body that falls silent, and
 * the entrance bounds all others. Call once, before the server accepts requests. It works on whatever server Next.js has
 * made, be it `next start` or the one of a container.
 */
export function allowSlowUploads(storagePath: string): void {
  if (Reflect.get(globalThis, MARK)) return;
  Reflect.set(globalThis, MARK, true);
  subscribe("http.server.request.start", (message) => {
    const { request, response, server } = message as StartedRequest;
    // Node's own limit for a whole request. It looks at this value now and then, so the first request sets it in time.
    server.requestTimeout = 0;
    if (request.url?.startsWith(`${storagePath}/`)) closeAfterAnswer(request, response);
  });
}

/** A body that the store did not read to its end must not hold the connection: nobody reads it any more. */
function closeAfterAnswer(request: IncomingMessage, response: ServerResponse): void {
  response.once("finish", () => {
    if (!request.complete) request.socket.destroySoon();
  });
}

import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, Server, ServerResponse } from "node:http";

const MARK = Symbol.for("samplemind.server-timeouts");
/** Node's own limit for a whole request, which ends every upload over a slow line. */
const WHOLE_REQUEST_MS = 5 * 60 * 1000;

interface StartedRequest {
  request: IncomingMessage;
  response: ServerResponse;
  server: Server;
}

/**
 * Lets requests below `storagePath` take as long as they need: the store itself gives up a body that falls silent. All
 * others keep Node's limit for a whole request. Call once, before the server accepts requests. It works on whatever
 * server Next.js has made, be it `next start` or the one of a container.
 */
export function boundRequestTimes(storagePath: string, wholeRequestMs = WHOLE_REQUEST_MS): void {
  if (Reflect.get(globalThis, MARK)) return;
  Reflect.set(globalThis, MARK, true);
  subscribe("http.server.request.start", (message) => {
    const { request, response, server } = message as StartedRequest;
    // Node looks at this value now and then, so the first request sets it in time.
    server.requestTimeout = 0;
    if (request.url?.startsWith(`${storagePath}/`)) closeAfterAnswer(request, response);
    else boundWholeRequest(request, response, wholeRequestMs);
  });
}

/** A body that the store did not read to its end must not hold the connection: nobody reads it any more. */
function closeAfterAnswer(request: IncomingMessage, response: ServerResponse): void {
  response.once("finish", () => {
    if (!request.complete) request.socket.destroySoon();
  });
}

function boundWholeRequest(request: IncomingMessage, response: ServerResponse, limitMs: number): void {
  if (!request.headers["content-length"] && !request.headers["transfer-encoding"]) return;
  const deadline = setTimeout(() => {
    if (request.complete) return;
    if (!response.headersSent) response.writeHead(408, { connection: "close" }).end();
    request.socket.destroySoon();
  }, limitMs);
  deadline.unref();
  const clear = () => clearTimeout(deadline);
  request.once("end", clear);
  response.once("close", clear);
}

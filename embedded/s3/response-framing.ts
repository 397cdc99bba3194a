import { AsyncLocalStorage } from "node:async_hooks";
import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, ServerResponse } from "node:http";

/*
 * Next.js drops Content-Length and Content-Encoding from a route's answer. S3 clients need both (HEAD has no other way
 * to report a size), so they are set on Node's own response.
 */
const FRAMING = ["content-length", "content-encoding"];
const HOLDER = Symbol.for("samplemind.s3.node-responses");

/** One for the process, because Next.js bundles a copy of this module into the instrumentation and into the route. */
function nodeResponses(): AsyncLocalStorage<ServerResponse> | undefined {
  return Reflect.get(globalThis, HOLDER);
}

/** Remembers Node's response for every request under `basePath`. Call once, before the server accepts requests. */
export function rememberNodeResponses(basePath: string): void {
  if (nodeResponses()) return;
  const responses = new AsyncLocalStorage<ServerResponse>();
  Reflect.set(globalThis, HOLDER, responses);
  subscribe("http.server.request.start", (message) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
    if (request.url?.startsWith(`${basePath}/`)) responses.enterWith(response);
  });
}

/** Sets the framing headers of this answer on Node's response. Does nothing if that response is unknown. */
export function keepFraming(response: Response): Response {
  const nodeResponse = nodeResponses()?.getStore();
  if (!nodeResponse || nodeResponse.headersSent) return response;
  for (const name of FRAMING) {
    const value = response.headers.get(name);
    if (value !== null) nodeResponse.setHeader(name, value);
  }
  return response;
}

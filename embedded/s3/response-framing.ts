import { AsyncLocalStorage } from "node:async_hooks";
import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, ServerResponse } from "node:http";

/*
 * Next.js drops Content-Length and Content-Encoding from what a route answers. To S3 clients they are part of the
 * answer (HEAD has nothing else to tell a size), so they are put on Node's own response.
 */
const FRAMING = ["content-length", "content-encoding"];
const HOLDER = Symbol.for("samplemind.s3.node-responses");

/** One in the process: Next.js bundles the instrumentation and the route apart, each with a copy of this module. */
function nodeResponses(): AsyncLocalStorage<ServerResponse> | undefined {
  return Reflect.get(globalThis, HOLDER);
}

/** Remembers Node's response for every request under `basePath`. Call once, before the server takes requests. */
export function rememberNodeResponses(basePath: string): void {
  if (nodeResponses()) return;
  const responses = new AsyncLocalStorage<ServerResponse>();
  Reflect.set(globalThis, HOLDER, responses);
  subscribe("http.server.request.start", (message) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
    if (request.url?.startsWith(`${basePath}/`)) responses.enterWith(response);
  });
}

/** Puts the framing headers of this answer onto Node's response; nothing happens where it is not known. */
export function keepFraming(response: Response): Response {
  const nodeResponse = nodeResponses()?.getStore();
  if (!nodeResponse || nodeResponse.headersSent) return response;
  for (const name of FRAMING) {
    const value = response.headers.get(name);
    if (value !== null) nodeResponse.setHeader(name, value);
  }
  return response;
}

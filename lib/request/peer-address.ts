import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";

const MARK = Symbol.for("samplemind.peer-addresses");

/**
 * Appends the connection's peer to `X-Forwarded-For` of every request, before anybody reads it. Next.js fills the
 * header from the connection only where it is absent, so what a client writes there would be taken for the truth.
 * Call once, before the server takes requests.
 */
export function appendPeerAddresses(): void {
  if (Reflect.get(globalThis, MARK)) return;
  Reflect.set(globalThis, MARK, true);
  subscribe("http.server.request.start", (message) => {
    const { request } = message as { request: IncomingMessage };
    const peer = request.socket.remoteAddress ?? "unknown";
    const given = request.headers["x-forwarded-for"];
    const chain = Array.isArray(given) ? given.join(", ") : given;
    request.headers["x-forwarded-for"] = chain ? `${chain}, ${peer}` : peer;
  });
}

import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";

const MARK = Symbol.for("samplemind.peer-addresses");

/**
 * Appends the connection's peer to `X-Forwarded-For` of every request, before anything reads it. Next.js sets the
 * header from the connection only if it is missing, so a client could otherwise write what it likes there. Call once,
 * before the server accepts requests.
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

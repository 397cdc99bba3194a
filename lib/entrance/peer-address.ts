import type { IncomingMessage } from "node:http";

/**
 * Appends the connection's peer to `X-Forwarded-For`, before anything reads it. Next.js sets the header from the
 * connection only if it is missing, so a client could otherwise write what it likes there.
 */
export function appendPeerAddress(request: IncomingMessage): void {
  const given = request.headers["x-forwarded-for"];
  const chain = Array.isArray(given) ? given.join(", ") : given;
  const peer = peerOf(request);
  request.headers["x-forwarded-for"] = chain ? `${chain}, ${peer}` : peer;
}

export function peerOf({ socket }: IncomingMessage): string {
  return socket.remoteAddress ?? "unknown";
}

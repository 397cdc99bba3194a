import { randomUUID } from "node:crypto";
import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";
import { env } from "@/lib/env";
import { isLoopbackAddress, isLoopbackOrigin } from "./loopback";

/** The value is new in every process, so that no client can write it. */
const HEADER = "x-samplemind-local";
const MARK = Symbol.for("samplemind.local-requests");
const PROXY_HEADERS = /^(x-forwarded.*|forwarded|via|x-real-ip|true-client-ip|cf-connecting-ip|x-client-ip)$/;

const markOf = (): string | undefined => Reflect.get(globalThis, MARK);

/**
 * Marks each request that a browser on this machine sent straight to this process. Must be called before anything else
 * changes the headers of requests: whether a proxy wrote some can be seen only then.
 */
export function markLocalRequests(): void {
  if (markOf()) return;
  const mark = randomUUID();
  Reflect.set(globalThis, MARK, mark);
  subscribe("http.server.request.start", (message) => {
    const { request } = message as { request: IncomingMessage };
    if (cameStraight(request)) request.headers[HEADER] = mark;
    else delete request.headers[HEADER];
  });
}

/**
 * The peer is this machine, no proxy has left a trace, and the names of both pages are this machine's. A proxy that
 * leaves no trace at all cannot be told apart, except that many of them speak HTTP 1.0 to the server behind.
 */
function cameStraight({ socket, httpVersion, headers }: IncomingMessage): boolean {
  if (!isLoopbackAddress(socket.remoteAddress ?? "") || httpVersion === "1.0") return false;
  if (Object.keys(headers).some((name) => PROXY_HEADERS.test(name))) return false;
  // A site of a stranger can give itself a name that leads to this machine. Its own name is then in these headers.
  return isLoopbackOrigin(`http://${headers.host ?? ""}`) && (!headers.origin || isLoopbackOrigin(headers.origin));
}

/**
 * Whether a request was sent by somebody on this machine. Never true if `NEXTAUTH_URL` is a public address, because a
 * proxy on this machine then sends everybody's requests.
 */
export function isLocalRequest(headers: Pick<Headers, "get">): boolean {
  if (env.NEXTAUTH_URL && !isLoopbackOrigin(env.NEXTAUTH_URL)) return false;
  const mark = markOf();
  return mark !== undefined && headers.get(HEADER) === mark;
}

import { subscribe } from "node:diagnostics_channel";
import { type IncomingMessage, Server, type ServerResponse } from "node:http";
import { env } from "@/lib/env";
import { logger } from "@/lib/platform/logger";
import { clientAddress } from "@/lib/request/client-address";
import { noticeProxy } from "@/lib/request/forwarded-notice";
import { clientNetwork } from "@/lib/request/ip-address";
import { configuredOrigin } from "@/lib/request/request-origin";
import { BODY_TIMES, bodyCapOf, isExecutorCall } from "./body-caps";
import { crowdNotice } from "./crowd-notice";
import { holdBody } from "./hold-body";
import { knownCookies } from "./known-cookies";
import { BODY_LIMITS, EXECUTOR_BODY_LIMITS, OpenBodies } from "./open-bodies";
import { appendPeerAddress, peerOf } from "./peer-address";
import { setPublicAddress } from "./public-address";
import { refuse } from "./refuse";
import { refusalOfHead } from "./request-shape";
import { asksItself } from "./shared-pages/render";
import { sharePages } from "./shared-pages/shared-pages";

const MARK = Symbol.for("samplemind.entrance");

type Listener = (request: IncomingMessage, response: ServerResponse) => void;

/**
 * Stands before every HTTP server of this process: what is refused here costs the framework nothing. Node announces
 * each connection on this channel before anything of it is read, however the server was started. Call once, before the
 * server accepts requests.
 */
export function guardEntrance(): void {
  if (Reflect.get(globalThis, MARK)) return;
  Reflect.set(globalThis, MARK, true);
  const guarded = new WeakSet<Server>();
  const open = openBodies();
  subscribe("net.server.socket", (message) => {
    const { server } = (message as { socket: { server?: unknown } }).socket;
    if (!(server instanceof Server) || guarded.has(server)) return;
    guarded.add(server);
    standBefore(server, open);
  });
}

/** Calls of the executor have room of their own, so that work goes on whatever strangers send. */
interface Pools {
  everybody: OpenBodies;
  executor: OpenBodies;
}

function openBodies(): Pools {
  const onCrowd = (room: keyof Pools) => crowdNotice((facts, message) => logger().warn({ room, ...facts }, message));
  return {
    everybody: new OpenBodies(BODY_LIMITS, { onCrowd: onCrowd("everybody") }),
    executor: new OpenBodies(EXECUTOR_BODY_LIMITS, { onCrowd: onCrowd("executor") }),
  };
}

/** Takes the place of the server's listeners, which then see only what is admitted. */
export function standBefore(server: Server, open: Pools): void {
  // Nothing here is upgraded but the development server's connection to its pages. Without a listener, Node takes such a
  // request for an ordinary one. With the framework's, it would not come through here, and could stay open for ever.
  if (env.NODE_ENV !== "development") server.removeAllListeners("upgrade");
  const inside = server.listeners("request") as Listener[];
  server.removeAllListeners("request");
  const framework: Listener = (request, response) => {
    for (const listener of inside) listener.call(server, request, response);
  };
  // In development a page changes with the source.
  const goInside = env.NODE_ENV === "development" ? framework : sharePages(framework);
  const enter = (request: IncomingMessage, response: ServerResponse, onAdmitted = () => {}) => {
    const isOwn = asksItself(request.headers);
    prepareHeaders(request, isOwn);
    const { method = "", url: target = "", headers } = request;
    const refusal = refusalOfHead({ method, target, headers, headerCount: request.rawHeaders.length / 2 });
    if (refusal) {
      refuse(request, response, refusal);
      return;
    }
    const goIn = () => (isOwn ? framework : goInside)(request, response);
    const capBytes = bodyCapOf(pathOf(request));
    if (capBytes === null) {
      onAdmitted();
      goIn();
      return;
    }
    holdBody(request, {
      capBytes,
      times: BODY_TIMES,
      open: isExecutorCall(pathOf(request), headers) ? open.executor : open.everybody,
      address: clientNetwork(clientAddress(readerOf(request))) ?? "unknown",
      onHeld: onAdmitted,
      onWhole: goIn,
      onRefused: (reason) => refuse(request, response, reason),
    });
  };
  server.on("request", (request, response) => enter(request, response));
  // A client that asks first is told to go on only if the body may come.
  server.on("checkContinue", (request, response) => enter(request, response, () => response.writeContinue()));
}

function prepareHeaders(request: IncomingMessage, isOwn: boolean): void {
  const { headers } = request;
  if (!isOwn && noticeProxy(headers, peerOf(request), env.TRUSTED_PROXY_HOPS)) warnOfProxy(peerOf(request));
  appendPeerAddress(request);
  setPublicAddress(pathOf(request), headers, configuredOrigin());
  if (headers.cookie === undefined) return;
  const cookie = knownCookies(headers.cookie);
  if (cookie === undefined) delete headers.cookie;
  else headers.cookie = cookie;
}

const pathOf = ({ url = "" }: IncomingMessage) => url.split("?", 1)[0] ?? "";

const readerOf = ({ headers }: IncomingMessage) => ({
  get: (name: string) => (headers[name] === undefined ? null : String(headers[name])),
});

function warnOfProxy(peer: string): void {
  logger().warn(
    { peer },
    "a proxy forwards requests, but TRUSTED_PROXY_HOPS is 0: all visitors count as the one address of the proxy. " +
      "Set it to the number of proxies in front of the application.",
  );
}

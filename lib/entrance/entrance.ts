import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { env } from "@/lib/env";
import { logger } from "@/lib/platform/logger";
import { clientAddress } from "@/lib/request/client-address";
import { noticeProxy } from "@/lib/request/forwarded-notice";
import { clientNetwork } from "@/lib/request/ip-address";
import { configuredOrigin } from "@/lib/request/request-origin";
import { BODY_TIMES, bodyCapOf } from "./body-caps";
import { holdBody } from "./hold-body";
import { knownCookies } from "./known-cookies";
import { BODY_LIMITS, OpenBodies } from "./open-bodies";
import { appendPeerAddress, peerOf } from "./peer-address";
import { setPublicAddress } from "./public-address";
import { refuse } from "./refuse";
import { refusalOfHead } from "./request-shape";

const MARK = Symbol.for("samplemind.entrance");

type Listener = (request: IncomingMessage, response: ServerResponse) => void;

/**
 * Stands before every HTTP server of this process: what is refused here costs the framework nothing. Node announces
 * each request on this channel before it calls the server's listeners, however the server was started. Call once,
 * before the server accepts requests.
 */
export function guardEntrance(): void {
  if (Reflect.get(globalThis, MARK)) return;
  Reflect.set(globalThis, MARK, true);
  const guarded = new WeakSet<Server>();
  const open = new OpenBodies(BODY_LIMITS);
  subscribe("http.server.request.start", (message) => {
    const { server } = message as { server: Server };
    if (guarded.has(server)) return;
    guarded.add(server);
    standBefore(server, open);
  });
}

/** Node calls the listeners of the announced request after this, so it is the first that comes through here. */
function standBefore(server: Server, open: OpenBodies): void {
  const inside = server.listeners("request") as Listener[];
  server.removeAllListeners("request");
  const enter = (request: IncomingMessage, response: ServerResponse, onAdmitted = () => {}) => {
    prepareHeaders(request);
    const { method = "", url: target = "", headers } = request;
    const refusal = refusalOfHead({ method, target, headers, headerCount: request.rawHeaders.length / 2 });
    if (refusal) {
      refuse(request, response, refusal);
      return;
    }
    const goIn = () => {
      for (const listener of inside) listener.call(server, request, response);
    };
    const capBytes = bodyCapOf(pathOf(request));
    if (capBytes === null) {
      onAdmitted();
      goIn();
      return;
    }
    holdBody(request, {
      capBytes,
      times: BODY_TIMES,
      open,
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

function prepareHeaders(request: IncomingMessage): void {
  const { headers } = request;
  if (noticeProxy(headers, peerOf(request), env.TRUSTED_PROXY_HOPS)) warnOfProxy(peerOf(request));
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

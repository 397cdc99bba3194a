import type { IncomingMessage, ServerResponse } from "node:http";
import { v7 as uuidv7 } from "uuid";
import { ANSWER_HEADERS, CLOSED_POLICY } from "@/lib/request/answer-headers.mjs";
import type { Refusal } from "./request-shape";

/** How long, and how much, is still taken and thrown away, so that a client that only writes gets to the answer. */
const LINGER_MS = 2_000;
const LINGER_BYTES = 8 * 1024 * 1024;

/**
 * Answers with a problem document. If the body has not come to its end, the connection closes soon after: a close at
 * once would reset it, and the client would not see the answer.
 */
export function refuse(
  request: IncomingMessage,
  response: ServerResponse,
  refusal: Refusal,
  lingerMs = LINGER_MS,
): void {
  const { status, code, title, detail, headers } = refusal;
  const type = `urn:samplemind:problem:${code}`;
  const body = Buffer.from(JSON.stringify({ type, title, status, code, detail, requestId: uuidv7() }));
  response.writeHead(status, {
    ...ANSWER_HEADERS,
    "Content-Security-Policy": CLOSED_POLICY,
    "Content-Type": "application/problem+json",
    "Content-Length": body.length,
    "Cache-Control": "no-store",
    Connection: "close",
    ...headers,
  });
  if (request.complete || !hasBody(request)) {
    response.end(body);
    return;
  }
  // The client knows the length, so for it the answer is complete.
  response.write(body);
  let left = LINGER_BYTES;
  const finish = () => {
    clearTimeout(timer);
    request.push = () => false;
    response.end();
    if (!request.complete) request.socket.destroySoon();
  };
  const timer = setTimeout(finish, lingerMs);
  request.push = (chunk: Buffer | null) => {
    left -= chunk?.length ?? 0;
    if (chunk === null || left < 0) finish();
    return true;
  };
  request.once("close", () => clearTimeout(timer));
}

export function hasBody({ headers }: IncomingMessage): boolean {
  return headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) > 0;
}

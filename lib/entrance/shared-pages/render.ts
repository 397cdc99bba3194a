import { randomBytes } from "node:crypto";
import { request as ask, type IncomingHttpHeaders, type IncomingMessage } from "node:http";
import { text } from "node:stream/consumers";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { acceptedLanguage } from "@/lib/language/accepted";
import { requestOrigin } from "@/lib/request/request-origin";
import { withHashes } from "./hashed-policy";
import type { Revised } from "./revised-pages";

/** Known to this process alone: marks the requests by which it asks itself. */
const OWN_MARK = "x-samplemind-shared-page";
const ownSecret = randomBytes(16).toString("hex");

const RENDER_MS_MAX = 15_000;
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } };
/** Of one connection, or of the body as it was before it was packed. */
const DROPPED = ["content-length", "content-encoding", "transfer-encoding", "connection", "keep-alive", "date"];

/** Where a page says of what it is made. No text of others is written as a tag. */
const REVISION = /<main [^>]*\bdata-revision="([\w-]+)"/;

export interface SharedPage extends Revised {
  headers: Record<string, string | string[]>;
  plain: Buffer;
  gzip: Buffer;
  br: Buffer;
}

/** Whether this process asks itself for a page. Nobody else can say so. */
export function asksItself(headers: IncomingHttpHeaders): boolean {
  const isOwn = headers[OWN_MARK] === ownSecret;
  delete headers[OWN_MARK];
  return isOwn;
}

/** Under which a page is kept: it names its own address in links and in its policy, and is written in one language. */
export const pageKey = (request: IncomingMessage): string =>
  `${acceptedLanguage(request.headers["accept-language"])} ${originOf(request)}${request.url}`;

/** Asks the framework as a stranger would. Null if the answer is not one that can be shared. */
export async function renderShared(request: IncomingMessage): Promise<SharedPage | null> {
  const { host, "x-forwarded-host": forwardedHost, "x-forwarded-proto": proto } = request.headers;
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    const { localAddress, localPort } = request.socket;
    const headers = {
      host,
      // Without the other wishes of whoever happens to ask first.
      "accept-language": acceptedLanguage(request.headers["accept-language"]),
      ...(forwardedHost && { "x-forwarded-host": forwardedHost }),
      ...(proto && { "x-forwarded-proto": proto }),
    };
    const options = { host: localAddress, port: localPort, path: request.url, timeout: RENDER_MS_MAX };
    const own = ask({ ...options, headers: { ...headers, [OWN_MARK]: ownSecret } });
    own
      .on("response", resolve)
      .on("error", reject)
      .on("timeout", () => own.destroy(new Error("too slow")));
    own.end();
  });
  const body = await text(answer);
  const { statusCode, headers } = answer;
  if (statusCode !== 200 || headers["set-cookie"]) return null;
  const policy = String(headers["content-security-policy"]);
  const isDocument = headers["content-type"]?.startsWith("text/html");
  const page = isDocument ? withHashes({ html: body, policy }, originOf(request)) : { html: body, policy };
  if (!page) return null;
  const plain = Buffer.from(page.html);
  const [gzipped, br] = await Promise.all([promisify(gzip)(plain), promisify(brotliCompress)(plain, BROTLI)]);
  const kept = Object.entries(headers).flatMap(([name, value]) =>
    value === undefined || DROPPED.includes(name) ? [] : [[name, value]],
  );
  const vary = [headers.vary, "Accept-Language"].filter(Boolean).join(", ");
  return {
    revision: REVISION.exec(page.html)?.[1] ?? null,
    bytes: plain.length + gzipped.length + br.length,
    headers: { ...Object.fromEntries(kept), vary, "content-security-policy": page.policy },
    ...{ plain, gzip: gzipped, br },
  };
}

const originOf = ({ headers }: IncomingMessage) =>
  requestOrigin({ get: (name) => (headers[name] === undefined ? null : String(headers[name])) });

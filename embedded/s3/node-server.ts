import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream as NodeReadableStream } from "node:stream/web";
import { S3Error } from "./s3-error";
import { xmlDocument } from "./xml";

type FetchHandler = (request: Request) => Promise<Response>;

/** Serves a fetch-style handler with node:http. Bodies stream both ways, and a lost client aborts its request. */
export function createNodeServer(handle: FetchHandler): Server {
  const server = createServer((incoming, outgoing) => {
    serve(handle, incoming, outgoing).catch(() => outgoing.destroy());
  });
  // A large upload over a slow line takes longer than Node's default limit of five minutes.
  server.requestTimeout = 0;
  return server;
}

async function serve(handle: FetchHandler, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const gone = new AbortController();
  outgoing.once("close", () => {
    if (!outgoing.writableFinished) gone.abort();
  });
  const request = toRequest(incoming, gone.signal);
  const response = request ? await handle(request) : unreadable();
  outgoing.writeHead(response.status, {
    ...Object.fromEntries(response.headers),
    ...(incoming.complete ? {} : { connection: "close" }),
  });
  if (!response.body) outgoing.end();
  else await pipeline(Readable.fromWeb(response.body as NodeReadableStream<Uint8Array>), outgoing);
}

/** Returns null if parsing would change the URL: a parser removes dot segments, so it must have none. */
function toRequest(incoming: IncomingMessage, signal: AbortSignal): Request | null {
  const { url = "", method = "GET", rawHeaders } = incoming;
  const segments = (url.split("?")[0] ?? "").replace(/%2e/gi, ".").split("/");
  if (!url.startsWith("/") || segments.some((segment) => segment === "." || segment === "..")) return null;
  const headers = new Headers();
  for (let i = 0; i < rawHeaders.length; i += 2) headers.append(rawHeaders[i] ?? "", rawHeaders[i + 1] ?? "");
  const mayHaveBody = method !== "GET" && method !== "HEAD";
  const hasBody = mayHaveBody && (headers.has("content-length") || headers.has("transfer-encoding"));
  const body = hasBody ? (Readable.toWeb(incoming) as ReadableStream<Uint8Array>) : null;
  try {
    return new Request(`http://localhost${url}`, { method, headers, body, signal, duplex: "half" } as RequestInit);
  } catch {
    return null;
  }
}

function unreadable(): Response {
  const { code, message, status } = new S3Error("InvalidURI", "Couldn't parse the specified URI.");
  const body = xmlDocument("Error", { Code: code, Message: message }, false);
  return new Response(body, { status, headers: { "content-type": "application/xml" } });
}

import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { NextApiRequest, NextApiResponse } from "next";
import NextAuth from "next-auth";
import { afterAll } from "vitest";
import type { ProviderSettings } from "@/lib/accounts/linked-accounts/providers";

/** `/api/auth` over HTTP as the application serves it: next-auth with our options for each request. */
export async function serveNextAuth(services: () => ProviderSettings[] = () => []): Promise<string> {
  const { authOptionsFor } = await import("@/lib/accounts/options");
  const { readSignInRequest } = await import("@/lib/accounts/sign-in-request");
  const server = createServer(async (request, response) => {
    const cookies = cookiesOf(request);
    const headers = new Headers({ "x-forwarded-proto": "http" });
    for (const [name, value] of Object.entries(request.headers)) if (value) headers.set(name, String(value));
    const signIn = await readSignInRequest(headers, (name) => cookies[name]);
    const { req, res } = await asApiRoute(request, response, cookies, headers);
    await NextAuth(req, res, authOptionsFor(signIn, services()));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function cookiesOf(request: IncomingMessage): Record<string, string> {
  const pairs = (request.headers.cookie ?? "").split(/;\s*/).filter(Boolean);
  return Object.fromEntries(
    pairs.map((pair) => [pair.slice(0, pair.indexOf("=")), decodeURIComponent(pair.slice(pair.indexOf("=") + 1))]),
  );
}

/** What Next.js adds to Node's request and response for a route under `pages/api`. */
async function asApiRoute(
  request: IncomingMessage,
  response: ServerResponse,
  cookies: Record<string, string>,
  headers: Headers,
) {
  const url = new URL(request.url ?? "/", "http://here");
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const req = Object.assign(request, {
    query: { ...Object.fromEntries(url.searchParams), nextauth: url.pathname.split("/").slice(3) },
    cookies,
    headers: Object.fromEntries(headers),
    body: Object.fromEntries(new URLSearchParams(Buffer.concat(chunks).toString())),
  }) as unknown as NextApiRequest;
  const res = Object.assign(response, {
    status(code: number) {
      response.statusCode = code;
      return response;
    },
    json(body: unknown) {
      response.setHeader("content-type", "application/json").end(JSON.stringify(body));
    },
    send(body: unknown) {
      response.end(typeof body === "string" ? body : JSON.stringify(body));
    },
  }) as unknown as NextApiResponse;
  return { req, res };
}

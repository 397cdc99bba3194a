import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import { pagePolicy } from "@/lib/request/security-headers";
import { asksItself } from "./render";
import { sharePages } from "./shared-pages";

const POLICY = pagePolicy({
  nonce: "bm9uY2U=",
  storageEndpoint: "/s3",
  configuredOrigin: "https://sounds.example",
  isDevelopment: false,
});

let made = 0;

/** Stands for the framework: writes a page in what it is asked for. */
function write(request: IncomingMessage, response: ServerResponse): void {
  made += 1;
  response.writeHead(200, { "content-type": "text/html", "content-security-policy": POLICY, vary: "rsc" });
  response.end(`<p>${request.headers["accept-language"]}</p>`);
}

const share = sharePages(write);
const server = createServer((request, response) =>
  asksItself(request.headers) ? write(request, response) : share(request, response),
);

beforeAll(() => new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve)));
afterAll(() => new Promise<unknown>((resolve) => server.close(resolve)));

const ask = async (language: string) => {
  const { port } = server.address() as AddressInfo;
  const answer = await fetch(`http://127.0.0.1:${port}/`, { headers: { "accept-language": language } });
  return { text: await answer.text(), vary: answer.headers.get("vary") };
};

it("keeps a page for each language that strangers ask for, and says so to caches between", async () => {
  // All at once, so that both are fresh whatever else the machine does.
  const [german, english, others, austrian] = await Promise.all(
    ["de", "en-GB,en;q=0.9", "fr", "de-AT,de;q=0.8"].map(ask),
  );
  const vary = "rsc, Accept-Language";
  expect(german).toEqual({ text: "<p>de</p>", vary });
  expect(austrian).toEqual(german);
  expect(english).toEqual({ text: "<p>en</p>", vary });
  expect(others).toEqual(english);
  expect(made).toBe(2);
});

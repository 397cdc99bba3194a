import { Agent, type IncomingHttpHeaders, request } from "node:http";
import { text } from "node:stream/consumers";

export interface RawAnswer {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
}

/** Sends a request as it is: with any path, and any `Host`, as a proxy would. */
export function rawRequest(
  address: string,
  path: string,
  init: { method?: string; headers?: Record<string, string>; body?: string | Uint8Array } = {},
): Promise<RawAnswer> {
  const { hostname, port } = new URL(address);
  const { method = "GET", headers = {}, body } = init;
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, path, method, headers, agent: new Agent() }, async (answer) => {
      resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text: await text(answer) });
    });
    sent.on("error", reject).end(body);
  });
}

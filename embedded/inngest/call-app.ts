import http from "node:http";
import https from "node:https";

/** What came back, or why nothing did: `unreached` if there was no connection, `cut` if it broke. */
export type Reply =
  | { kind: "answered"; status: number; headers: Record<string, string>; text: string }
  | { kind: "unreached" | "cut"; message: string }
  | { kind: "unusable"; message: string };

export interface AppRequest {
  method: "POST" | "PUT";
  url: string;
  headers: Record<string, string>;
  body: string;
  maxAnswerBytes: number;
  timeoutMs: number;
  signal: AbortSignal;
}

/** One HTTP exchange with the app. Uses node:http, because fetch gives up after 301 s. Never rejects. */
export async function callApp(request: AppRequest): Promise<Reply> {
  const ending = new AbortController();
  const abort = () => ending.abort();
  const timer = setTimeout(() => ending.abort(timeout), request.timeoutMs);
  request.signal.addEventListener("abort", abort, { once: true });
  if (request.signal.aborted) abort();
  try {
    return await exchange(request, ending.signal);
  } finally {
    clearTimeout(timer);
    request.signal.removeEventListener("abort", abort);
  }
}

const timeout = Symbol("timeout");

function exchange(request: AppRequest, signal: AbortSignal): Promise<Reply> {
  return new Promise((settle) => {
    let connected = false;
    const target = new URL(request.url);
    const transport = target.protocol === "https:" ? https : http;
    const headers = { ...request.headers, "content-length": Buffer.byteLength(request.body) };
    const outgoing = transport.request(target, { method: request.method, headers, agent: false, signal });
    outgoing.on("socket", (socket) => {
      socket.setKeepAlive(true, 30_000);
      socket.once("connect", () => {
        connected = true;
      });
    });
    outgoing.on("error", (error) => settle(failureOf(error, connected, signal)));
    outgoing.on("response", (response) => settle(readReply(response, request.maxAnswerBytes, signal)));
    outgoing.end(request.body);
  });
}

function failureOf(error: Error, connected: boolean, signal: AbortSignal): Reply {
  const code = "code" in error ? String(error.code) : "";
  if (code.startsWith("HPE_")) return { kind: "unusable", message: `the app did not answer in HTTP (${code})` };
  if (signal.reason === timeout) return { kind: "unusable", message: "the app did not answer in time" };
  return { kind: connected ? "cut" : "unreached", message: code || error.message };
}

function readReply(response: http.IncomingMessage, maxBytes: number, signal: AbortSignal): Promise<Reply> {
  return new Promise((settle) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    response.on("data", (chunk: Buffer) => {
      bytes += chunk.length;
      chunks.push(chunk);
      if (bytes <= maxBytes) return;
      settle({ kind: "unusable", message: `the app's answer is larger than ${maxBytes} bytes` });
      response.destroy();
    });
    response.on("error", (error) => settle(failureOf(error, true, signal)));
    response.on("close", () => settle({ kind: "cut", message: "the answer broke off" }));
    response.on("end", () => {
      const headers: Record<string, string> = {};
      for (const [name, value] of Object.entries(response.headers)) headers[name] = String(value);
      const text = Buffer.concat(chunks).toString("utf8");
      settle({ kind: "answered", status: response.statusCode ?? 0, headers, text });
    });
  });
}

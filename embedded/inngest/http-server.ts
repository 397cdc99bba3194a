import http, { type IncomingMessage, type ServerResponse } from "node:http";
import { pinTo } from "./app-sync";
import type { Core } from "./core";
import { isTransient, withRetry } from "./database";
import { takeEvents } from "./event-intake";
import { describeIssues, registrationSchema } from "./function-config";
import { BodyError, readJson } from "./http-body";
import { reason } from "./log";
import { listRuns } from "./run-listing";
import { isAuthorized, sameSecret } from "./signature";

const maxBodyBytes = 16 * 1024 * 1024;
const loopbackNames = new Set(["127.0.0.1", "localhost", "[::1]"]);

interface Answer {
  status: number;
  body: Record<string, unknown> | unknown[];
}

export interface HttpContext {
  core: Core;
  /** Where functions are called, whatever address an app registers. Null uses the app's address. */
  appUrl: URL | null;
}

/** The part of Inngest's HTTP interface that the SDK and operators use. */
export function createHttpServer(context: HttpContext): http.Server {
  return http.createServer((request, response) => {
    handle(context, request).then(
      (answer) => send(response, answer),
      (error: unknown) => send(response, explain(context.core, error)),
    );
  });
}

function send(response: ServerResponse, { status, body }: Answer): void {
  // The rest of a refused body stays unread, so the connection cannot be used again.
  const headers = { "content-type": "application/json", ...(status === 413 ? { connection: "close" } : {}) };
  response.writeHead(status, headers).end(JSON.stringify(body));
}

function refuse(status: number, error: string): Answer {
  return { status, body: { error, status } };
}

function explain(core: Core, error: unknown): Answer {
  if (error instanceof BodyError) return refuse(error.status, error.message);
  if (isTransient(error)) return refuse(503, "the database is down; try again");
  core.log.error({ reason: reason(error) }, "a request failed");
  return refuse(500, "internal error");
}

async function handle(context: HttpContext, request: IncomingMessage): Promise<Answer> {
  if (!isFromThisMachine(request)) return refuse(403, "only programs on this machine are served");
  const target = `http://executor${request.url ?? "/"}`;
  if (!URL.canParse(target)) return refuse(400, "malformed address");
  const { pathname, searchParams } = new URL(target);
  if (request.method === "POST" && pathname.startsWith("/e/")) {
    return takeEventRequest(context, request, pathname.slice("/e/".length));
  }
  const [, app] = /^\/v1\/apps\/([^/]+)\/functions$/.exec(pathname) ?? [];
  if (request.method === "GET" && app) return functionsOf(context, request, app);
  switch (`${request.method} ${pathname}`) {
    case "POST /fn/register":
      return register(context, request);
    case "GET /health":
      return health(context);
    case "GET /dev":
      return introspect(context);
    case "GET /v1/runs":
      return runs(context, request, searchParams);
    default:
      return refuse(404, "not found");
  }
}

/** A page in a browser must not reach this port, neither directly nor by DNS rebinding. */
function isFromThisMachine({ headers }: IncomingMessage): boolean {
  return loopbackNames.has((headers.host ?? "").replace(/:\d+$/, "")) && headers.origin === undefined;
}

async function takeEventRequest({ core }: HttpContext, request: IncomingMessage, key: string): Promise<Answer> {
  if (core.keys && !sameSecret(key, encodeURI(core.keys.eventKey))) return refuse(401, "event key not found");
  const seed = request.headers["x-inngest-event-id-seed"];
  const payload = await readJson(request, maxBodyBytes);
  const intake = await takeEvents(core.database, payload, typeof seed === "string" ? seed : undefined);
  if (!intake.ok) return refuse(400, intake.message);
  core.wake();
  return { status: 200, body: { ids: intake.ids, status: 200 } };
}

async function register({ core, appUrl }: HttpContext, request: IncomingMessage): Promise<Answer> {
  if (core.keys && !isAuthorized(core.keys.signingKey, request.headers.authorization)) {
    return refuse(401, "the signing key is wrong");
  }
  const input = await readJson(request, maxBodyBytes);
  const parsed = registrationSchema.safeParse(input);
  if (!parsed.success) {
    const problem = describeIssues(parsed.error, input);
    core.log.error({ problem }, "a registration was refused");
    return { status: 400, body: { ok: false, error: problem, status: 400 } };
  }
  const registration = appUrl ? pinTo(appUrl, parsed.data) : parsed.data;
  const modified = await withRetry(() => core.registry.register(registration), { limitMs: 2000 });
  if (modified)
    core.log.info({ app: registration.appName, functions: registration.functions.length }, "the app is registered");
  core.wake();
  return { status: 200, body: { ok: true, modified, status: 200 } };
}

async function health({ core }: HttpContext): Promise<Answer> {
  try {
    await core.database`select 1`;
    return { status: 200, body: { status: 200, message: "OK", registered: !core.registry.isEmpty } };
  } catch {
    return { status: 503, body: { status: 503, message: "the database is down" } };
  }
}

async function introspect({ core }: HttpContext): Promise<Answer> {
  const functions = [...core.registry.all()].map(({ id, name, triggers }) => ({ id, name, triggers }));
  return core.keys ? refuse(404, "not found") : { status: 200, body: { functions } };
}

/** The functions that an app has registered, in the form in which the Inngest server lists them. */
async function functionsOf({ core }: HttpContext, request: IncomingMessage, app: string): Promise<Answer> {
  if (core.keys && !isAuthorized(core.keys.signingKey, request.headers.authorization)) {
    return refuse(401, "the signing key is wrong");
  }
  const functions = await core.registry.functionsOf(app);
  const body = functions.map(({ id, name = id, steps }) => ({
    Slug: id,
    Name: name,
    Config: JSON.stringify({ id, name, steps: [{ id: "step", name, uri: steps.step.runtime.url }] }),
  }));
  return { status: 200, body };
}

async function runs({ core }: HttpContext, request: IncomingMessage, query: URLSearchParams): Promise<Answer> {
  if (core.keys && !isAuthorized(core.keys.signingKey, request.headers.authorization)) {
    return refuse(401, "the signing key is wrong");
  }
  return { status: 200, body: { data: await listRuns(core.database, query) } };
}

import "server-only";
import { parse } from "hono/utils/cookie";
import { v7 as uuidv7 } from "uuid";
import type { z } from "zod";
import { resolveSession } from "@/lib/identity/session";
import { errorCodeOf } from "@/lib/platform/error-code";
import { logger } from "@/lib/platform/logger";
import { takeRequest } from "@/lib/rate-limits/gate";
import type { RateSubject } from "@/lib/rate-limits/policy";
import { retryAfterSeconds } from "@/lib/rate-limits/verdict";
import { requestFacts } from "@/lib/request/client-address";
import { isSameOrigin, requestOrigin } from "@/lib/request/request-origin";
import { HEARTBEAT_SECONDS } from "./constants";
import { beginPlay, type Hearer, takeHeartbeat } from "./mutations";
import { deviceKeyOf, timeOfPlay } from "./play-token";
import { beginPlaySchema, heartbeatSchema } from "./schema";

const BODY_MAX_CHARACTERS = 16_384;
const HEADERS = { "Cache-Control": "private, no-store", "X-Content-Type-Options": "nosniff" };

const TITLES = {
  invalid_input: [400, "The request is not valid"],
  forbidden: [403, "Not allowed"],
  not_found: [404, "There is no such play or publication"],
  gone: [410, "This is no longer public"],
  rate_limited: [429, "Too many requests"],
  database_unavailable: [503, "The database cannot be reached"],
  internal: [500, "Something went wrong on our side"],
} as const;
type Code = keyof typeof TITLES;

/** As the API answers: `{ data }`, or a problem document (RFC 9457). */
const answer = (status: number, data: object) => Response.json({ data }, { status, headers: HEADERS });

function problem(code: Code, members: { errors?: object[]; requestId: string }, headers: Record<string, string> = {}) {
  const [status, title] = TITLES[code];
  const body = { type: `urn:samplemind:problem:${code}`, title, status, code, ...members };
  const type = { "Content-Type": "application/problem+json" };
  return new Response(JSON.stringify(body), { status, headers: { ...HEADERS, ...headers, ...type } });
}

/** Begins a play for whoever asks, signed in or not. */
export function answerBegin(request: Request): Promise<Response> {
  return answerHearer(request, Date.now(), beginPlaySchema, async (hearer, input) => {
    const begun = await beginPlay(hearer, input);
    return begun.ok ? answer(201, { id: begun.value.token, heartbeatSeconds: HEARTBEAT_SECONDS }) : begun.reason;
  });
}

/** Takes a heartbeat of a play. `token` is its id, as `answerBegin` gave it. */
export function answerHeartbeat(request: Request, token: string): Promise<Response> {
  // A listener's device has another key each day. That of the play is the key of the day on which it began.
  return answerHearer(request, timeOfPlay(token) || 0, heartbeatSchema, async ({ listener, facts }, beat) => {
    const taken = await takeHeartbeat({ listener, facts }, { token, beat });
    return taken.ok ? answer(200, taken.value) : taken.reason;
  });
}

async function answerHearer<Schema extends z.ZodType>(
  request: Request,
  dayMs: number,
  schema: Schema,
  work: (hearer: Hearer, input: z.output<Schema>) => Promise<Response | "not_found" | "gone">,
): Promise<Response> {
  const requestId = uuidv7();
  try {
    // Cookies come by themselves, so a play must come from our own pages, embedded ones among them.
    if (!isSameOrigin(request.headers)) return problem("forbidden", { requestId });
    const hearer = await hearerOf(request, requestId, dayMs);
    const wait = await secondsToWait(hearer);
    if (wait !== null) return problem("rate_limited", { requestId }, { "Retry-After": String(wait) });
    const input = schema.safeParse(await bodyOf(request));
    if (!input.success) {
      const errors = input.error.issues.map(({ path, message }) => ({
        pointer: `/${path.join("/")}`,
        detail: message,
      }));
      return problem("invalid_input", { requestId, errors });
    }
    const outcome = await work(hearer, input.data);
    return typeof outcome === "string" ? problem(outcome, { requestId }) : outcome;
  } catch (error) {
    logger().error({ requestId, err: error }, "a play could not be reported");
    return problem(errorCodeOf(error) === "database_unavailable" ? "database_unavailable" : "internal", { requestId });
  }
}

async function hearerOf(request: Request, requestId: string, dayMs: number): Promise<Hearer> {
  const { headers } = request;
  const facts = requestFacts(headers, requestId);
  const cookies = parse(headers.get("cookie") ?? "");
  const session = await resolveSession({ headers, cookie: (name) => cookies[name] });
  const listener = { userId: session?.viewer.id ?? null, deviceKey: deviceKeyOf(facts, dayMs) };
  const marks = {
    userAgent: facts.userAgent,
    address: facts.address,
    acceptLanguage: headers.get("accept-language"),
    secFetchSite: headers.get("sec-fetch-site"),
    isSecure: requestOrigin(headers).startsWith("https:"),
    isSignedIn: session !== null,
  };
  return { listener, facts, marks };
}

/** Counted by address and by listener. Null if both have room. */
async function secondsToWait({ listener, facts }: Hearer): Promise<number | null> {
  const { userId: id, deviceKey } = listener;
  const who: RateSubject = id === null ? { kind: "device", id: deviceKey } : { kind: "user", id };
  const counted = await takeRequest("play", { kind: "address", address: facts.address });
  const verdict = counted.admitted ? await takeRequest("play-listener", who) : counted;
  return verdict.admitted ? null : retryAfterSeconds(verdict);
}

/** Undefined if it is no JSON, or too much of it: that is no valid input. */
async function bodyOf(request: Request): Promise<unknown> {
  const text = await request.text();
  if (text.length > BODY_MAX_CHARACTERS) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

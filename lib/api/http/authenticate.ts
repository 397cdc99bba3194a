import { getCookie } from "hono/cookie";
import { createMiddleware } from "hono/factory";
import { isFlagOn } from "@/lib/flags/data";
import { type Actor, actorOf } from "@/lib/identity/actor";
import { authenticateKey, type KeyRefusal } from "@/lib/identity/api-keys/authenticate-key";
import { resolveSession } from "@/lib/identity/session";
import { type RateSubject, subjectOfActor } from "@/lib/rate-limits/policy";
import { requestFacts } from "@/lib/request/client-address";
import type { RequestFacts } from "@/lib/request/request-facts";
import { isSameOrigin } from "@/lib/request/request-origin";
import type { ApiContext, ApiEnv } from "./api-env";
import { countRequest } from "./limit-requests";
import { problem, refusal } from "./problem";

const READS = new Set(["GET", "HEAD"]);

/** Finds out who calls: a program with a key, or a browser with a session. */
export const authenticate = createMiddleware<ApiEnv>(async (c, next) => {
  const { headers } = c.req.raw;
  const facts = requestFacts(headers, c.get("requestId"));
  const secret = bearerToken(headers);
  // Browsers send cookies by themselves, so a write must also come from our own pages. If not, it is not counted:
  // nothing is looked up, so nothing can be guessed, and no other site uses up what its visitors' address may ask for.
  if (secret === null && !READS.has(c.req.method) && !isSameOrigin(headers)) return refusal(c, "forbidden");
  const caller = secret === null ? await browser(c) : await program(c, secret, facts);
  if (typeof caller === "function") return (await countStranger(c, facts)) ?? caller();
  c.set("ctx", { actor: caller.actor, ...facts });
  c.set("rateSubject", caller.subject);
  return next();
});

interface Caller {
  actor: Actor;
  subject: RateSubject;
}
/** Made last, so that the answer carries every header set before it. */
type Refusal = () => Response;

/** Any other scheme is not for us: a proxy may add its own `Authorization: Basic …` to a browser's request. */
function bearerToken(headers: Headers): string | null {
  const shown = /^bearer\b *(.*)$/i.exec(headers.get("authorization")?.trim() ?? "");
  return shown?.[1] ?? null;
}

async function browser(c: ApiContext): Promise<Caller | Refusal> {
  const session = await resolveSession({ headers: c.req.raw.headers, cookie: (name) => getCookie(c, name) });
  if (!session) return () => refusal(c, "unauthenticated");
  const actor = actorOf(session);
  return { actor, subject: subjectOfActor(actor) };
}

const KEY_DETAILS: Record<KeyRefusal | "api_off", string> = {
  unknown_key: "This key is unknown, revoked or expired.",
  address_not_allowed: "This key may not be used from your address.",
  owner_without_access: "The account of this key may not use the API: it needs the permission api:access.",
  api_off: "An administrator has switched the API off for the account of this key.",
};

/** Ignores cookies, so there is nothing that another site could make a browser send. */
async function program(c: ApiContext, secret: string, { address }: RequestFacts): Promise<Caller | Refusal> {
  const shown = await authenticateKey(secret, address);
  if (shown.ok) {
    const { actor, requestsPerMinute } = shown.value;
    if (!(await isFlagOn(actor, "api"))) {
      const off = { status: 403, code: "feature_off", title: "The API is switched off", detail: KEY_DETAILS.api_off };
      return () => problem(c, { ...off, status: 403 });
    }
    return { actor, subject: subjectOfActor(actor, requestsPerMinute) };
  }
  const detail = KEY_DETAILS[shown.reason];
  if (shown.reason !== "unknown_key") {
    const code = shown.reason === "address_not_allowed" ? "address_not_allowed" : "forbidden";
    return () => problem(c, { status: 403, code, title: "Not allowed", detail });
  }
  c.header("WWW-Authenticate", 'Bearer error="invalid_token"');
  return () => problem(c, { status: 401, code: "unauthenticated", title: "The key is not valid", detail });
}

/** Counts guessed keys and cookies by address. */
const countStranger = (c: ApiContext, { address }: RequestFacts) =>
  countRequest(c, "default", { kind: "address", address });

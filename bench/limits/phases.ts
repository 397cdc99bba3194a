import { RATE_LIMITS } from "@/lib/rate-limits/constants";
import { type Job, type Outcome, outcomeOf, runClients } from "./load";
import { type Client, countSessions } from "./people";
import type { Stack } from "./stack";

const AT_ONCE = 8;

/** A client forges addresses in front of the one that its proxy saw. */
const forwardedFor = (address: string, turn: number) => `198.51.100.${turn % 250}, ${address}`;
/** The address of a building that all clients are in. */
const SHARED_ADDRESS = "203.0.113.200";

const spread = (stack: Stack, turn: number): string => stack.origins[turn % stack.origins.length] ?? "";

/**
 * All clients behind one address, each with the right password of its own account. Requests that are let through get as
 * far as the password check. The lock-out may still refuse them, so there are never more sessions than that.
 */
export async function signInPhase(stack: Stack, clients: readonly Client[], total: number): Promise<Outcome> {
  const each = total / clients.length;
  const jobs = await Promise.all(
    clients.map(async (client): Promise<Job[]> => {
      const csrf = await csrfOf(spread(stack, 0));
      return Array.from({ length: each }, (_, turn) => ({
        counter: SHARED_ADDRESS,
        send: () => signIn(spread(stack, turn), client, csrf, forwardedFor(SHARED_ADDRESS, turn)),
      }));
    }),
  );
  const exchanges = await runClients(jobs, AT_ONCE);
  const outcome = outcomeOf("sign-ins, one address for all", exchanges, RATE_LIMITS["sign-in"].perMinute);
  const sessions = await countSessions(stack.databaseUrl);
  if (sessions > outcome.letThrough) throw new Error(`${sessions} sessions for ${outcome.letThrough} answers`);
  return { ...outcome, title: `${outcome.title} (${sessions} sessions opened)` };
}

async function csrfOf(origin: string): Promise<{ token: string; cookie: string }> {
  const answer = await fetch(`${origin}/api/auth/csrf`, { headers: { "x-forwarded-proto": "http" } });
  const { csrfToken } = (await answer.json()) as { csrfToken: string };
  return {
    token: csrfToken,
    cookie: answer.headers
      .getSetCookie()
      .map((one) => one.split(";")[0])
      .join("; "),
  };
}

function signIn(origin: string, client: Client, csrf: { token: string; cookie: string }, forwarded: string) {
  const { email, password } = client;
  return fetch(`${origin}/api/auth/callback/credentials`, {
    method: "POST",
    redirect: "manual",
    headers: { cookie: csrf.cookie, "x-forwarded-for": forwarded, "x-forwarded-proto": "http" },
    body: new URLSearchParams({ csrfToken: csrf.token, email, password, json: "true" }),
  });
}

/** Every client with a key of its own, or all with the same. */
export async function keyPhase(
  stack: Stack,
  clients: readonly Client[],
  { title, total, keyOf }: { title: string; total: number; keyOf: (client: Client) => string },
): Promise<Outcome> {
  const each = total / clients.length;
  const jobs = clients.map((client) =>
    Array.from(
      { length: each },
      (_, turn): Job => ({
        counter: keyOf(client),
        send: () =>
          fetch(`${spread(stack, turn)}/api/v1/samples`, {
            headers: {
              authorization: `Bearer ${keyOf(client)}`,
              "x-forwarded-for": forwardedFor(client.address, turn),
            },
          }),
      }),
    ),
  );
  return outcomeOf(title, await runClients(jobs, AT_ONCE), RATE_LIMITS.default.perMinute);
}

/** Without a key or cookie: counted by the address that the proxy saw, whatever the client forged in front of it. */
export async function strangerPhase(stack: Stack, clients: readonly Client[], total: number): Promise<Outcome> {
  const each = total / clients.length;
  const jobs = clients.map((client) =>
    Array.from(
      { length: each },
      (_, turn): Job => ({
        counter: client.address,
        send: () =>
          fetch(`${spread(stack, turn)}/api/v1/samples`, {
            headers: { "x-forwarded-for": forwardedFor(client.address, turn) },
          }),
      }),
    ),
  );
  const exchanges = await runClients(jobs, AT_ONCE);
  return outcomeOf("strangers who forge addresses", exchanges, RATE_LIMITS.default.perMinute);
}

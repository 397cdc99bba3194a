import { builtActions } from "./built-actions";

export const cookiesOf = (answer: Response) =>
  answer.headers.getSetCookie().map((cookie) => cookie.split(";")[0] ?? "");
export const isSessionCookie = (cookie: string) => /^next-auth\.session-token=.+/.test(cookie);

/** Handmade requests to a running application, with the cookies and headers that an attacker would choose. */
export function forgedRequests(address: string) {
  function get(path: string, headers: Record<string, string> = {}, init: RequestInit = {}): Promise<Response> {
    return fetch(`${address}${path}`, { redirect: "manual", ...init, headers });
  }

  /** Posts to a step of next-auth as our form would. `cookie` is what the browser already has. */
  async function signIn(fields: Record<string, string>, { cookie = "", withToken = true } = {}): Promise<Response> {
    const csrf = await get("/api/auth/csrf", { cookie });
    const { csrfToken } = (await csrf.json()) as { csrfToken: string };
    const jar = [...cookiesOf(csrf), cookie].filter(Boolean).join("; ");
    const body = new URLSearchParams({ json: "true", ...fields, ...(withToken ? { csrfToken } : {}) });
    return get("/api/auth/callback/credentials", { cookie: jar }, { method: "POST", body });
  }

  /** A form that keeps what was typed sends its last answer before that. `slug`: of the item whose page it is on. */
  async function callAction(
    name: string,
    argument: unknown,
    headers: Record<string, string>,
    { lastAnswer = [], slug = "" }: { lastAnswer?: unknown[]; slug?: string } = {},
  ): Promise<Response> {
    const action = builtActions().get(name);
    if (!action) throw new Error(`the build has no ${name}`);
    const sent = { "next-action": action.id, "content-type": "text/plain;charset=UTF-8", ...headers };
    return get(action.page.replace("[slug]", slug), sent, {
      method: "POST",
      body: JSON.stringify([...lastAnswer, argument]),
    });
  }

  const sessionOf = async (cookie: string) =>
    (await get("/api/auth/session", { cookie })).json() as Promise<{ user?: unknown }>;

  return { get, signIn, callAction, sessionOf };
}

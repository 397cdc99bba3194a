import { decode } from "next-auth/jwt";

const SESSION_COOKIE = "next-auth.session-token";

/** A browser with cookies, good enough for signing in. */
export class AuthBrowser {
  readonly cookies = new Map<string, string>();

  constructor(
    readonly origin: string,
    readonly address = "192.0.2.1",
  ) {}

  /** Sends one request without following redirects. */
  async request(url: string, init: RequestInit = {}): Promise<Response> {
    const target = new URL(url, this.origin);
    const headers = new Headers(init.headers);
    headers.set("x-forwarded-for", this.address);
    headers.set("user-agent", "test browser");
    if (target.origin === this.origin) {
      headers.set("cookie", [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; "));
    }
    const answer = await fetch(target, { ...init, headers, redirect: "manual" });
    if (target.origin === this.origin) this.#keep(answer.headers.getSetCookie());
    return answer;
  }

  /** Submits a form of next-auth with its CSRF token. Returns the address it leads to. */
  async post(path: string, form: Record<string, string>): Promise<URL> {
    const { csrfToken } = (await (await this.request("/api/auth/csrf")).json()) as { csrfToken: string };
    const body = new URLSearchParams({ ...form, csrfToken, json: "true" });
    const answer = await this.request(path, { method: "POST", body });
    return new URL(((await answer.json()) as { url: string }).url, this.origin);
  }

  /** The error that the first step ends with. Returns null if it opened a session. */
  async signIn(email: string, password: string): Promise<string | null> {
    const url = await this.post("/api/auth/callback/credentials", { email, password });
    return url.searchParams.get("error");
  }

  async secondStep(ticket: string, code: string): Promise<string | null> {
    const url = await this.post("/api/auth/callback/second-step", { ticket, code });
    return url.searchParams.get("error");
  }

  /** Follows redirects, through other sites and back, to the first page that is not next-auth's. */
  async follow(url: string): Promise<URL> {
    let at = new URL(url, this.origin);
    for (let hops = 0; hops < 10; hops++) {
      if (at.origin === this.origin && !at.pathname.startsWith("/api/auth/")) return at;
      const location = (await this.request(at.toString())).headers.get("location");
      if (!location) throw new Error(`${at} leads nowhere`);
      at = new URL(location, at);
    }
    throw new Error(`${url} leads round in circles`);
  }

  /** The session id in the cookie, live or not. */
  async sessionId(): Promise<string | null> {
    const token = this.cookies.get(SESSION_COOKIE);
    const claims = token ? await decode({ token, secret: process.env.NEXTAUTH_SECRET ?? "" }) : null;
    return typeof claims?.sid === "string" ? claims.sid : null;
  }

  /** The person whom the server considers signed in. */
  async whoAmI(): Promise<string | null> {
    const session = (await (await this.request("/api/auth/session")).json()) as { user?: { email?: string } };
    return session.user?.email ?? null;
  }

  #keep(lines: readonly string[]): void {
    for (const line of lines) {
      const [pair = "", ...attributes] = line.split(/;\s*/);
      const name = pair.slice(0, pair.indexOf("="));
      const value = pair.slice(pair.indexOf("=") + 1);
      const expires = attributes.find((attribute) => /^expires=/i.test(attribute))?.slice("expires=".length);
      const isGone = value === "" || (expires && Date.parse(expires) <= Date.now()) || attributes.includes("Max-Age=0");
      if (isGone) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
  }
}

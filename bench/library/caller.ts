import { encode } from "next-auth/jwt";
import { openSession } from "@/lib/accounts/sessions/writes";
import { app } from "@/lib/api/app";
import { asSystem } from "@/lib/audit/sources";
import { env } from "@/lib/env";
import { inTransaction } from "@/lib/work/unit-of-work";

const ORIGIN = "http://127.0.0.1";

/** The API in this process, called with the cookie of somebody's session: with all that a request goes through. */
export class LibraryCaller {
  private constructor(readonly cookie: string) {}

  static async of(userId: string): Promise<LibraryCaller> {
    const browser = { address: null, userAgent: "benchmark" };
    const sessionId = await inTransaction(asSystem(), (work) => openSession(work, userId, browser));
    const token = await encode({ token: { sub: userId, sid: sessionId }, secret: env.NEXTAUTH_SECRET });
    return new LibraryCaller(`next-auth.session-token=${token}`);
  }

  /** The answer as an object. Throws if it is a refusal. */
  async get<T>(path: string, query: Readonly<Record<string, string | number | null>> = {}): Promise<T> {
    return JSON.parse(await (await this.open(path, query)).text()) as T;
  }

  /** The answer before its body is read. Throws if it is a refusal. */
  async open(path: string, query: Readonly<Record<string, string | number | null>> = {}): Promise<Response> {
    const given = Object.entries(query).flatMap(([name, value]) => (value === null ? [] : [[name, String(value)]]));
    const request = new Request(`${ORIGIN}/api/v1${path}?${new URLSearchParams(given)}`, {
      headers: { cookie: this.cookie, origin: ORIGIN, "x-forwarded-proto": "http" },
    });
    const answer = await app.fetch(request);
    if (!answer.ok) throw new Error(`GET ${path} answered ${answer.status}: ${(await answer.text()).slice(0, 300)}`);
    return answer;
  }
}

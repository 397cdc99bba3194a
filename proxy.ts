import { randomBytes } from "node:crypto";
import { type NextRequest, NextResponse } from "next/server";
import { env } from "@/lib/env";
import type { ActiveSession } from "@/lib/identity/actor";
import { PATH_HEADER, SIGN_IN_PATH } from "@/lib/identity/constants";
import { safeNextPath } from "@/lib/identity/next-path";
import { resolveSession } from "@/lib/identity/session";
import { logger } from "@/lib/platform/logger";
import { POLICY_HEADER, pagePolicy } from "@/lib/request/security-headers";

/** Pages for those who have no session. */
const DOORS = new Set([SIGN_IN_PATH, "/register"]);
/** What only a person with a session gets to see. */
const STUDIO = ["/dashboard", "/upload", "/library", "/samples", "/settings", "/admin"];

/** Turns strangers away before anything is rendered. Loaders, actions and the API ask again themselves. */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const policy = pagePolicy({
    nonce: randomBytes(16).toString("base64"),
    storageEndpoint: env.S3_PUBLIC_ENDPOINT ?? env.S3_ENDPOINT,
    isDevelopment: env.NODE_ENV === "development",
  });
  const response = await answer(request, policy);
  response.headers.set(POLICY_HEADER, policy);
  return response;
}

async function answer(request: NextRequest, policy: string): Promise<NextResponse> {
  const { pathname, search, searchParams } = request.nextUrl;
  const goOn = () => NextResponse.next({ request: { headers: toldToPage(request, policy) } });
  const isDoor = DOORS.has(pathname);
  if (!isDoor && !isInStudio(pathname)) return goOn();
  const session = await sessionOf(request);
  if (session === "unknown") return goOn();
  if (isDoor) return session ? redirect(request, safeNextPath(searchParams.get("next"))) : goOn();
  if (!session) return redirect(request, `${SIGN_IN_PATH}?next=${encodeURIComponent(pathname + search)}`);
  if (isInAdmin(pathname) && session.viewer.role !== "admin") {
    // An address that no page has: what is not theirs looks to them as if it were not there.
    const headers = toldToPage(request, policy);
    return NextResponse.rewrite(new URL("/not-found", request.url), { request: { headers } });
  }
  return goOn();
}

/** The request as the page gets it: its path, and the policy, of which Next.js and the theme's script take the nonce. */
function toldToPage(request: NextRequest, policy: string): Headers {
  const { pathname, search } = request.nextUrl;
  const headers = new Headers(request.headers);
  headers.set(PATH_HEADER, pathname + search);
  headers.set(POLICY_HEADER, policy);
  return headers;
}

const isBelow = (pathname: string, path: string) => pathname === path || pathname.startsWith(`${path}/`);
const isInStudio = (pathname: string) => STUDIO.some((path) => isBelow(pathname, path));
const isInAdmin = (pathname: string) => isBelow(pathname, "/admin");

/** While the database is away nobody can tell: the page, which asks again and so fails as well, says it better. */
async function sessionOf(request: NextRequest): Promise<ActiveSession | null | "unknown"> {
  try {
    const cookie = (name: string) => request.cookies.get(name)?.value;
    return await resolveSession({ headers: request.headers, cookie });
  } catch (error) {
    logger().error({ err: error }, "the session could not be asked for");
    return "unknown";
  }
}

function redirect(request: NextRequest, path: string): NextResponse {
  return NextResponse.redirect(new URL(path, request.url), 307);
}

// A literal, because it is read at build time. What passes here has its body buffered and cut, so the API, storage and
// the executor's calls never do; nor do files.
export const config = { matcher: ["/((?!api(?:/|$)|s3(?:/|$)|_next/static/|_next/image).*)"] };

import { type NextRequest, NextResponse } from "next/server";
import type { ActiveSession } from "@/lib/auth/actor";
import { PATH_HEADER, SIGN_IN_PATH } from "@/lib/auth/constants";
import { safeNextPath } from "@/lib/auth/next-path";
import { resolveSession } from "@/lib/auth/session";
import { logger } from "@/lib/platform/logger";

/** Pages for those who have no session; everything else that passes here is the studio or its administration. */
const DOORS = new Set([SIGN_IN_PATH, "/register"]);

/** Turns strangers away before anything is rendered. Loaders, actions and the API ask again themselves. */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const { pathname, search, searchParams } = request.nextUrl;
  const session = await sessionOf(request);
  if (session === "unknown") return NextResponse.next();
  if (DOORS.has(pathname)) {
    return session ? redirect(request, safeNextPath(searchParams.get("next"))) : NextResponse.next();
  }
  if (!session) return redirect(request, `${SIGN_IN_PATH}?next=${encodeURIComponent(pathname + search)}`);
  if (isInAdmin(pathname) && session.viewer.role !== "admin") {
    // An address that no page has: what is not theirs looks to them as if it were not there.
    return NextResponse.rewrite(new URL("/not-found", request.url));
  }
  const headers = new Headers(request.headers);
  headers.set(PATH_HEADER, pathname + search);
  return NextResponse.next({ request: { headers } });
}

const isInAdmin = (pathname: string) => pathname === "/admin" || pathname.startsWith("/admin/");

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

// A literal, because it is read at build time. The API, storage and the executor's calls never pass here.
export const config = {
  matcher: [
    "/dashboard/:path*",
    "/upload/:path*",
    "/library/:path*",
    "/samples/:path*",
    "/settings/:path*",
    "/admin/:path*",
    "/sign-in",
    "/register",
  ],
};

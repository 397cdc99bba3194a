import { type NextRequest, NextResponse } from "next/server";
import { PATH_HEADER, SIGN_IN_PATH } from "@/lib/auth/constants";
import { safeNextPath } from "@/lib/auth/next-path";
import { resolveSession } from "@/lib/auth/session";

/** Pages for those who have no session; everything else that passes here is the studio. */
const DOORS = new Set([SIGN_IN_PATH, "/register"]);

/** Turns strangers away before anything is rendered. Loaders, actions and the API ask again themselves. */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const { pathname, search, searchParams } = request.nextUrl;
  const session = await resolveSession({
    headers: request.headers,
    cookie: (name) => request.cookies.get(name)?.value,
  });
  if (DOORS.has(pathname)) {
    return session ? redirect(request, safeNextPath(searchParams.get("next"))) : NextResponse.next();
  }
  if (!session) return redirect(request, `${SIGN_IN_PATH}?next=${encodeURIComponent(pathname + search)}`);
  const headers = new Headers(request.headers);
  headers.set(PATH_HEADER, pathname + search);
  return NextResponse.next({ request: { headers } });
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
    "/sign-in",
    "/register",
  ],
};

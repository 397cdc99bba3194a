import { randomBytes } from "node:crypto";
import { type NextRequest, NextResponse } from "next/server";
import { GALAXY_ADDRESS } from "@/components/visualizer/galaxy/first-picture/first-answer";
import { findArtist } from "@/lib/artists/lookups";
import { findLink } from "@/lib/collections/sharing/links/lookups";
import { env } from "@/lib/env";
import { GONE_PAGE } from "@/lib/gallery/gone-page";
import { stateOfItem } from "@/lib/gallery/lookups";
import { HELP_PATH, isHelpSlug } from "@/lib/help/addresses";
import type { ActiveSession } from "@/lib/identity/actor";
import { PATH_HEADER, SIGN_IN_PATH } from "@/lib/identity/constants";
import { safeNextPath } from "@/lib/identity/next-path";
import { resolveSession } from "@/lib/identity/session";
import { logger } from "@/lib/platform/logger";
import { NOWHERE_HEADER } from "@/lib/request/answer-headers.mjs";
import { configuredOrigin } from "@/lib/request/request-origin";
import { POLICY_HEADER, pagePolicy } from "@/lib/request/security-headers";
import { GONE_PLAYER } from "@/lib/syndication/gone-player";
import { isId } from "@/lib/syndication/item-id";

/** Pages only for visitors. */
const DOORS = new Set([SIGN_IN_PATH, "/register"]);
/** Paths that need a session. */
const STUDIO = [
  "/dashboard",
  "/upload",
  "/batches",
  "/imports",
  "/library",
  "/collections",
  "/playlists",
  "/duplicates",
  "/galaxy",
  "/search",
  "/samples",
  "/following",
  "/notices",
].concat(["/trash", "/visualizer", "/workbench", "/settings", "/admin"]);

const GALAXY_PATH = "/galaxy";
/** As the script of the first picture asks for it; otherwise the browser would ask twice. */
const PRELOADED_POINTS = `<${GALAXY_ADDRESS}>; rel=preload; as=fetch; crossorigin=anonymous`;

/** Pages that a link opens to anybody. */
const SHARED = "/shared";
/** Players that other sites show in a frame. */
const EMBED = "/embed";

/** Redirects visitors before anything is rendered. Loaders, actions and the API check again themselves. */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const policy = pagePolicy({
    nonce: randomBytes(16).toString("base64"),
    storageEndpoint: env.S3_PUBLIC_ENDPOINT ?? env.S3_ENDPOINT,
    configuredOrigin: configuredOrigin(),
    isDevelopment: env.NODE_ENV === "development",
    isForOtherSites: request.nextUrl.pathname.startsWith(`${EMBED}/`),
  });
  const response = await answer(request, policy);
  response.headers.set(POLICY_HEADER, policy);
  return response;
}

async function answer(request: NextRequest, policy: string): Promise<NextResponse> {
  const { pathname, search, searchParams } = request.nextUrl;
  // Only for whoever works on the application.
  if (isBelow(pathname, "/design") && env.NODE_ENV === "production") return nowhere(request, policy);
  const goOn = () => NextResponse.next({ request: { headers: toldToPage(request, policy) } });
  if (isBelow(pathname, SHARED)) return sharedPage(request, policy);
  if (isBelow(pathname, EMBED)) return embeddedPage(request, policy);
  if (isUnknownHelp(pathname)) return nowhere(request, policy);
  const state = await publicState(pathname);
  if (state === "gone") return gonePage();
  if (state === "unknown") return nowhere(request, policy);
  const isDoor = DOORS.has(pathname);
  if (!isDoor && !isInStudio(pathname)) return goOn();
  const session = await sessionOf(request);
  if (session === "unknown") return goOn();
  if (isDoor) return session ? redirect(request, safeNextPath(searchParams.get("next"))) : goOn();
  if (!session) return redirect(request, `${SIGN_IN_PATH}?next=${encodeURIComponent(pathname + search)}`);
  // To everybody but admins.
  if (isInAdmin(pathname) && session.viewer.role !== "admin") return nowhere(request, policy);
  const page = goOn();
  // Asked for with the page's first byte, so that the points are there when the page has a place for them.
  if (pathname === GALAXY_PATH) page.headers.append("Link", PRELOADED_POINTS);
  return page;
}

/**
 * A page has begun to be sent by the time that it knows its link: only here can the status still be 404. Every link that
 * does not work leads to the same page.
 */
async function sharedPage(request: NextRequest, policy: string): Promise<NextResponse> {
  const [, , token = "", ...rest] = request.nextUrl.pathname.split("/");
  const isPage = rest.length === 0;
  const isOpen = !isPage || (await findLink(token).catch(() => "unknown")) !== null;
  const answer = isOpen
    ? NextResponse.next({ request: { headers: toldToPage(request, policy) } })
    : nowhere(request, policy);
  answer.headers.set("X-Robots-Tag", "noindex, nofollow");
  return answer;
}

/** Routes beside the items, whose address is not looked up. Nor are files: no slug and no handle has a dot. */
const BESIDE_ITEMS = new Set(["more"]);

/**
 * Whether there is something public at the address of an item or an artist: only here can the status still be 410 or 404.
 * Null for other addresses, and if the database is away: the page asks again, and explains it better. What is below an
 * item answers for itself.
 */
async function publicState(pathname: string): Promise<"shown" | "gone" | "unknown" | null> {
  const [, area, name, ...rest] = pathname.split("/");
  if (name === undefined || name === "" || name.includes(".")) return null;
  // What is gone cannot be reported any more.
  const isReport = area === "gallery" && rest.length === 1 && rest[0] === "report";
  if (rest.length > 0 && !isReport) return null;
  try {
    if (area === "gallery") return BESIDE_ITEMS.has(name) ? null : ((await stateOfItem({ slug: name })) ?? "unknown");
    if (area !== "artists") return null;
    const artist = await findArtist(name);
    return artist === null ? "unknown" : artist === "gone" ? "gone" : "shown";
  } catch (error) {
    logger().error({ err: error }, "the gallery could not be read");
    return null;
  }
}

/** A page of help that there is not. */
function isUnknownHelp(pathname: string): boolean {
  const [, area, name, ...rest] = pathname.split("/");
  return `/${area}` === HELP_PATH && Boolean(name) && (rest.length > 0 || !isHelpSlug(name ?? ""));
}

/** The policy is that of every document. Nothing may keep it: what is in the trash can come back. */
const gonePage = () =>
  new NextResponse(GONE_PAGE, {
    status: 410,
    headers: { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store", "X-Robots-Tag": "noindex" },
  });

/** For the same reason it is said here that an item is gone, or never was. */
async function embeddedPage(request: NextRequest, policy: string): Promise<NextResponse> {
  const [, , id = "", ...rest] = request.nextUrl.pathname.split("/");
  const isPage = rest.length === 0 && isId(id);
  const state = isPage ? await stateOfItem({ id: id.toLowerCase() }).catch(() => "shown" as const) : null;
  if (state === null) return nowhere(request, policy);
  if (state === "gone") return new NextResponse(GONE_PLAYER.text, { status: 410, headers: GONE_PLAYER.headers });
  return NextResponse.next({ request: { headers: toldToPage(request, policy) } });
}

/** `next.config.mjs` sends a request with this header to a path that does not exist, so that the page seems not to. */
function nowhere(request: NextRequest, policy: string): NextResponse {
  const headers = toldToPage(request, policy);
  headers.set(NOWHERE_HEADER, "1");
  return NextResponse.next({ request: { headers } });
}

/** The headers that the page gets: its path and the policy, from which Next.js reads the nonce. */
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

/** Returns "unknown" if the database is away: the page asks again, fails too, and explains it better. */
async function sessionOf(request: NextRequest): Promise<ActiveSession | null | "unknown"> {
  try {
    const cookie = (name: string) => request.cookies.get(name)?.value;
    return await resolveSession({ headers: request.headers, cookie });
  } catch (error) {
    logger().error({ err: error }, "the session could not be read");
    return "unknown";
  }
}

function redirect(request: NextRequest, path: string): NextResponse {
  return NextResponse.redirect(new URL(path, request.url), 307);
}

// A literal, because it is read at build time. Next.js buffers and cuts the bodies of requests that pass here, so the
// API, storage, the executor's calls and static files are excluded.
export const config = { matcher: ["/((?!api(?:/|$)|s3(?:/|$)|_next/static/|_next/image).*)"] };

import { HOME_PATH } from "./constants";

const ANY_ORIGIN = "http://this.invalid";

/** Where to go after sign-in: a path on this site, otherwise the dashboard. Never another site. */
export function safeNextPath(next: string | null | undefined): string {
  if (!next?.startsWith("/") || !URL.canParse(next, ANY_ORIGIN)) return HOME_PATH;
  const url = new URL(next, ANY_ORIGIN);
  return url.origin === ANY_ORIGIN && !url.pathname.startsWith("//")
    ? `${url.pathname}${url.search}${url.hash}`
    : HOME_PATH;
}

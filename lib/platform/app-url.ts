import { env } from "@/lib/env";

const LAST_RESORT = "http://localhost:3000";

/**
 * The address of a page for somebody who is not on it, such as the reader of a mail. From configuration only: the
 * `Host` header of a request is whatever its sender wrote, and a link made of it would hand its token to them.
 */
export function appUrl(path: string): string {
  return new URL(path, env.NEXTAUTH_URL ?? env.SAMPLEMIND_APP_URL ?? LAST_RESORT).toString();
}

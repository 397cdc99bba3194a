import { env } from "@/lib/env";

const LAST_RESORT = "http://localhost:3000";

/**
 * The absolute URL of a page, for mails and the like. It uses only configuration: the sender of a request can write
 * anything into its `Host` header, and a link made from it would give them the token.
 */
export function appUrl(path: string): string {
  return new URL(path, env.NEXTAUTH_URL ?? env.SAMPLEMIND_APP_URL ?? LAST_RESORT).toString();
}

import { loadText } from "@/lib/choices/language";
import { offlinePage } from "@/lib/offline/offline-page";
import { nonceOf, POLICY_HEADER } from "@/lib/request/security-headers";

/** The page for when there is no network. Only the service worker keeps it, together with the policy it came with. */
export async function GET(request: Request): Promise<Response> {
  const headers = {
    "Content-Type": "text/html; charset=utf-8",
    "Cache-Control": "no-store",
    "X-Robots-Tag": "noindex",
  };
  return new Response(offlinePage(nonceOf(request.headers.get(POLICY_HEADER)), await loadText()), { headers });
}

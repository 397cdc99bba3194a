import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { LINK_COOKIE } from "@/lib/accounts/linked-accounts/link-intent";
import { authOptionsFor } from "@/lib/accounts/options";
import { ENTRY_COOKIE } from "@/lib/accounts/registration/entry-cookie";
import { readSignInRequest } from "@/lib/accounts/sign-in-request";
import { limitSignIn } from "@/lib/rate-limits/sign-in-limit";

interface Segments {
  params: Promise<{ nextauth: string[] }>;
}

async function handle(request: NextRequest, segments: Segments): Promise<Response> {
  const { nextauth } = await segments.params;
  // next-auth's client may write to the server's log through this route, but so could anyone else.
  if (nextauth[0] === "_log") return new Response(null, { status: 204 });
  const limited = await limitSignIn(request, nextauth[0]);
  if (limited) return limited;
  const signIn = await readSignInRequest(request.headers, (name) => request.cookies.get(name)?.value);
  const response: Response = await NextAuth(request, segments, authOptionsFor(signIn));
  // These cookies are good for one answer of the service, whatever that answer is.
  for (const name of nextauth[0] === "callback" ? [LINK_COOKIE, ENTRY_COOKIE] : []) {
    if (!request.cookies.has(name)) continue;
    response.headers.append("Set-Cookie", `${name}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax`);
  }
  return response;
}

export { handle as GET, handle as POST };

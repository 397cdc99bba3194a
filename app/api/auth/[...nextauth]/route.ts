import NextAuth from "next-auth";
import { authOptions } from "@/lib/auth/options";

const nextAuth = NextAuth(authOptions);

interface Segments {
  params: Promise<{ nextauth: string[] }>;
}

async function handle(request: Request, segments: Segments): Promise<Response> {
  const { nextauth } = await segments.params;
  // Its client may write to the server's log through this one; so might anybody.
  if (nextauth[0] === "_log") return new Response(null, { status: 204 });
  return nextAuth(request, segments);
}

export { handle as GET, handle as POST };

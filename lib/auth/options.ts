import type { NextAuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { env } from "@/lib/env";
import { logger } from "@/lib/platform/logger";
import { SESSION_SECONDS, SIGN_IN_PATH } from "./constants";
import { findActiveSession } from "./data";
import { createSession, endSession, verifyCredentials } from "./mutations";

declare module "next-auth" {
  interface User {
    userAgent?: string | null;
  }
}
declare module "next-auth/jwt" {
  interface JWT {
    sid?: string;
  }
}

// next-auth reads this one from the process only. Without it every address but localhost:3000 would be
// sent to localhost:3000 after signing in; NEXTAUTH_URL, where set, still comes first.
process.env.AUTH_TRUST_HOST ??= "true";

/** next-auth issues and clears the cookie; whether a session lives is asked of the database each time. */
export const authOptions: NextAuthOptions = {
  secret: env.NEXTAUTH_SECRET,
  session: { strategy: "jwt", maxAge: SESSION_SECONDS },
  pages: { signIn: SIGN_IN_PATH, error: SIGN_IN_PATH },
  providers: [
    CredentialsProvider({
      credentials: { email: { type: "email" }, password: { type: "password" } },
      async authorize(credentials, request) {
        const account = await verifyCredentials(credentials);
        if (!account) return null;
        const userAgent: unknown = request.headers?.["user-agent"];
        return { id: account.id, userAgent: typeof userAgent === "string" ? userAgent : null };
      },
    }),
  ],
  callbacks: {
    async jwt({ token, user }) {
      if (!user) return token;
      const { sessionId } = await createSession(user.id, user.userAgent ?? null);
      return { sub: user.id, sid: sessionId };
    },
    async session({ token }) {
      const active = token.sid ? await findActiveSession(token.sid) : null;
      if (!active) return { expires: new Date(0).toISOString() };
      const { name, email } = active.viewer;
      return { user: { name, email }, expires: active.expiresAt.toISOString() };
    },
  },
  events: {
    async signOut({ token }) {
      if (token?.sid) await endSession(token.sid);
    },
  },
  logger: {
    error: (code, metadata) => {
      // A cookie of another installation, or from before the secret changed, is no error of ours.
      if (code === "JWT_SESSION_ERROR") logger().debug({ code }, "next-auth");
      else logger().error({ code, err: metadata }, "next-auth");
    },
    warn: (code) => logger().debug({ code }, "next-auth"),
    debug: () => {},
  },
};

import type { NextAuthOptions, User } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { env } from "@/lib/env";
import { actorOf } from "@/lib/identity/actor";
import { SESSION_SECONDS, SIGN_IN_PATH } from "@/lib/identity/constants";
import { findActiveSession } from "@/lib/identity/lookups";
import { logger } from "@/lib/platform/logger";
import { SECOND_STEP_PREFIX } from "./constants";
import { type LinkRefusal, PROVIDERS, type ProviderId } from "./linked-accounts/constants";
import { linkAccount, signInWithProvider } from "./linked-accounts/mutations";
import { oauthProvider, type ProviderSettings, providerSettings } from "./linked-accounts/providers";
import type { ProviderProfile } from "./linked-accounts/schema";
import { endSession } from "./sessions/mutations";
import { type SignInOutcome, signInWithPassword, signInWithSecondFactor } from "./sign-in/mutations";
import type { SignInRequest } from "./sign-in-request";

declare module "next-auth" {
  interface User {
    /** The session that was opened. Not set yet while a service's answer is being processed. */
    sid?: string;
    isEmailVerified?: boolean;
  }
}
declare module "next-auth/jwt" {
  interface JWT {
    sid?: string;
  }
}

// next-auth reads this variable only from the process. Without it, every address except localhost:3000 would be
// redirected to localhost:3000 after sign-in. If NEXTAUTH_URL is set, it still wins.
process.env.AUTH_TRUST_HOST ??= "true";

/**
 * next-auth handles the protocols and the cookie. The verbs decide who gets in, and the database is asked each time
 * whether a session is live. Made anew for each request, because the verbs need its address and session.
 */
export function authOptionsFor(
  request: SignInRequest,
  services: ProviderSettings[] = providerSettings(),
): NextAuthOptions {
  return {
    secret: env.NEXTAUTH_SECRET,
    session: { strategy: "jwt", maxAge: SESSION_SECONDS },
    pages: { signIn: SIGN_IN_PATH, error: SIGN_IN_PATH },
    providers: [passwordStep(request), secondStep(request), ...services.map(oauthProvider)],
    callbacks: {
      async signIn({ user, account }) {
        return account?.type === "oauth" ? answerOf(request, user, account) : user.sid !== undefined;
      },
      async jwt({ token, user }) {
        return user ? { sub: user.id, sid: user.sid } : token;
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
        const { by, session } = request;
        if (token?.sid) await endSession({ ...by, actor: session && actorOf(session) }, token.sid);
      },
    },
    logger: {
      error: (code, metadata) => {
        // The cookie is from another installation, or older than the current secret: not an error of ours.
        if (code === "JWT_SESSION_ERROR") logger().debug({ code }, "next-auth");
        else logger().error({ code, err: metadata }, "next-auth");
      },
      warn: (code) => logger().debug({ code }, "next-auth"),
      debug: () => {},
    },
  };
}

function passwordStep({ by }: SignInRequest) {
  return CredentialsProvider({
    id: "credentials",
    credentials: { email: { type: "email" }, password: { type: "password" } },
    authorize: async (credentials) => userOf(await signInWithPassword(by, credentials)),
  });
}

function secondStep({ by }: SignInRequest) {
  return CredentialsProvider({
    id: "second-step",
    credentials: { ticket: { type: "text" }, code: { type: "text" } },
    authorize: async (credentials) => userOf(await signInWithSecondFactor(by, credentials)),
  });
}

/**
 * Returns null for a refusal. next-auth passes the message of a thrown error on to the page: that is how the ticket
 * gets there.
 */
function userOf(result: SignInOutcome): User | null {
  if (result.outcome === "second-step") throw new Error(`${SECOND_STEP_PREFIX}${result.ticket}`);
  return result.outcome === "signed-in" ? { id: result.userId, sid: result.sessionId } : null;
}

/** After another service has identified the person: links the service, signs in, or returns the page to go on to. */
async function answerOf(
  request: SignInRequest,
  user: User,
  account: { provider: string; providerAccountId: string },
): Promise<true | string> {
  const { by, session, linkIntent, nextPath } = request;
  const provider = PROVIDERS.find((id) => id === account.provider);
  if (!provider) return `${SIGN_IN_PATH}?error=AccessDenied`;
  const profile = profileOf(user, provider, account.providerAccountId);
  if (linkIntent && session) {
    const isSame = linkIntent.sessionId === session.sessionId && linkIntent.provider === provider;
    if (!isSame) return `/settings?link=${"expired" satisfies LinkRefusal}#security`;
    const linked = await linkAccount({ ...by, actor: actorOf(session) }, profile);
    const outcome: ProviderId | LinkRefusal = linked.ok ? provider : linked.reason;
    return `/settings?link=${outcome}#security`;
  }
  const result = await signInWithProvider(by, profile, request);
  if (result.outcome === "not_admitted") return `${SIGN_IN_PATH}?error=NotAdmitted`;
  if (result.outcome === "rate_limited") return `${SIGN_IN_PATH}?error=RateLimited`;
  if (result.outcome === "refused") return `${SIGN_IN_PATH}?error=NotLinked`;
  if (result.outcome === "second-step") {
    return `${SIGN_IN_PATH}?next=${encodeURIComponent(nextPath)}#ticket=${result.ticket}`;
  }
  Object.assign(user, { id: result.userId, sid: result.sessionId });
  return true;
}

function profileOf(user: User, provider: ProviderProfile["provider"], providerAccountId: string): ProviderProfile {
  const { name = null, email = null, isEmailVerified = false } = user;
  return { provider, providerAccountId, name, email, emailVerified: isEmailVerified };
}

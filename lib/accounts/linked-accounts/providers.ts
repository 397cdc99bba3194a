import type { Profile } from "next-auth";
import type { OAuthConfig } from "next-auth/providers/oauth";
import { z } from "zod";
import { env } from "@/lib/env";
import { PROVIDER_NAMES, PROVIDERS, type ProviderId } from "./constants";

/** A service's addresses. */
interface Endpoints {
  /** OpenID Connect: the other addresses are read from this document. */
  wellKnown?: string;
  issuer?: string;
  authorization: string;
  token?: string;
  userinfo?: string;
  emails?: string;
}

export interface ProviderSettings {
  id: ProviderId;
  clientId: string;
  clientSecret: string;
  endpoints: Endpoints;
}

const ENDPOINTS: Readonly<Record<ProviderId, Endpoints>> = {
  google: {
    wellKnown: "https://accounts.google.com/.well-known/openid-configuration",
    authorization: "https://accounts.google.com/o/oauth2/v2/auth",
  },
  github: {
    issuer: "https://github.com/login/oauth",
    authorization: "https://github.com/login/oauth/authorize",
    token: "https://github.com/login/oauth/access_token",
    userinfo: "https://api.github.com/user",
    emails: "https://api.github.com/user/emails",
  },
  spotify: {
    authorization: "https://accounts.spotify.com/authorize",
    token: "https://accounts.spotify.com/api/token",
    userinfo: "https://api.spotify.com/v1/me",
  },
};

const SCOPES: Readonly<Record<ProviderId, string>> = {
  google: "openid email profile",
  github: "read:user user:email",
  spotify: "user-read-email",
};

/** The fields of a service's answer that are read. Numeric ids are GitHub's. */
const profileSchema = z.object({
  id: z.union([z.string().min(1), z.number()]).optional(),
  sub: z.string().min(1).optional(),
  name: z.string().nullish(),
  display_name: z.string().nullish(),
  login: z.string().nullish(),
  email: z.string().nullish(),
  email_verified: z.boolean().nullish(),
});
const githubEmailsSchema = z.array(z.object({ email: z.string(), primary: z.boolean(), verified: z.boolean() }));

/** The services whose client id and secret are both set. */
export function providerSettings(): ProviderSettings[] {
  const variables: Record<ProviderId, [string | undefined, string | undefined]> = {
    google: [env.GOOGLE_CLIENT_ID, env.GOOGLE_CLIENT_SECRET],
    github: [env.GITHUB_CLIENT_ID, env.GITHUB_CLIENT_SECRET],
    spotify: [env.SPOTIFY_CLIENT_ID, env.SPOTIFY_CLIENT_SECRET],
  };
  return PROVIDERS.flatMap((id) => {
    const [clientId, clientSecret] = variables[id];
    return clientId && clientSecret ? [{ id, clientId, clientSecret, endpoints: ENDPOINTS[id] }] : [];
  });
}

/** A service's settings for next-auth: with state and PKCE, and only the profile fields that we keep. */
export function oauthProvider(settings: ProviderSettings): OAuthConfig<Record<string, unknown>> {
  const { id, clientId, clientSecret, endpoints } = settings;
  return {
    id,
    name: PROVIDER_NAMES[id],
    type: "oauth",
    clientId,
    clientSecret,
    checks: ["pkce", "state"],
    idToken: id === "google",
    ...(endpoints.wellKnown ? { wellKnown: endpoints.wellKnown } : {}),
    ...(endpoints.issuer ? { issuer: endpoints.issuer } : {}),
    authorization: { url: endpoints.authorization, params: { scope: SCOPES[id] } },
    ...(endpoints.token ? { token: endpoints.token } : {}),
    ...(endpoints.userinfo ? { userinfo: userinfoOf(endpoints.userinfo, endpoints.emails) } : {}),
    profile: (answer) => {
      const { id: own, sub, name, display_name, login, email, email_verified } = profileSchema.parse(answer);
      return {
        id: String(own ?? sub ?? ""),
        name: name ?? display_name ?? login ?? null,
        email: email ?? null,
        isEmailVerified: email_verified === true,
      };
    },
  };
}

/** GitHub's profile has only the public address and does not say whether it is verified; the list of addresses does. */
function userinfoOf(url: string, emails: string | undefined) {
  if (!emails) return url;
  return {
    url,
    async request({ client, tokens }: { client: UserinfoClient; tokens: { access_token?: string } }) {
      const profile = await client.userinfo(tokens.access_token ?? "");
      const answer = await fetch(emails, { headers: { authorization: `Bearer ${tokens.access_token}` } });
      const known = answer.ok ? githubEmailsSchema.parse(await answer.json()) : [];
      const primary = known.find((entry) => entry.primary && entry.verified);
      return { ...profile, email: primary?.email, email_verified: primary !== undefined } as Profile;
    },
  };
}

interface UserinfoClient {
  userinfo(token: string): Promise<Profile>;
}

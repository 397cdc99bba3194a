import { z } from "zod";

export const PROVIDERS = ["google", "github", "spotify"] as const;
export type ProviderId = (typeof PROVIDERS)[number];

export const PROVIDER_NAMES: Readonly<Record<ProviderId, string>> = {
  google: "Google",
  github: "GitHub",
  spotify: "Spotify",
};

/** Why a visit to another service linked nothing. The redirect back to the settings carries it in `?link=`. */
export const LINK_REFUSED = ["already_linked", "demo_account", "expired", "linked_elsewhere"] as const;
export type LinkRefusal = (typeof LINK_REFUSED)[number];

export const providerSchema = z.object({ provider: z.enum(PROVIDERS) });

/** A person as another service describes them. */
export interface ProviderProfile {
  provider: ProviderId;
  providerAccountId: string;
  name: string | null;
  email: string | null;
  /** Whether the service says that it checked the address. A service that does not say so has not checked it. */
  emailVerified: boolean;
}

/** A sign-in service and, if it is linked, the account there. */
export interface LinkedService {
  provider: ProviderId;
  name: string;
  label: string | null;
  /** ISO 8601. Null if it is not linked. */
  linkedAt: string | null;
  /** Whether this server is configured to use the service. */
  isOffered: boolean;
}

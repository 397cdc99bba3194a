import { z } from "zod";

export const PROVIDERS = ["google", "github", "spotify"] as const;
export type ProviderId = (typeof PROVIDERS)[number];

export const PROVIDER_NAMES: Readonly<Record<ProviderId, string>> = {
  google: "Google",
  github: "GitHub",
  spotify: "Spotify",
};

export const providerSchema = z.object({ provider: z.enum(PROVIDERS) });

/** Somebody as another service knows them. */
export interface ProviderProfile {
  provider: ProviderId;
  providerAccountId: string;
  name: string | null;
  email: string | null;
  /** Whether the service says that it checked the address. Where it does not say so, it did not. */
  emailVerified: boolean;
}

/** A service and, where it is linked, whom it knows the person as. */
export interface LinkedService {
  provider: ProviderId;
  name: string;
  label: string | null;
  /** ISO 8601; null where it is not linked. */
  linkedAt: string | null;
  /** Whether this server has what it takes to ask the service. */
  isOffered: boolean;
}

import { z } from "zod";
import { PROVIDERS, type ProviderId } from "./constants";

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

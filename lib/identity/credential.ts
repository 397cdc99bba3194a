import type { Actor } from "./actor";
import { findUsableKey } from "./api-keys/lookups";
import { findActiveSession } from "./lookups";

/** Asks the database whether the actor's session or key still works. For long-lived connections. */
export async function isCredentialLive({ sessionId, apiKeyId }: Actor): Promise<boolean> {
  if (apiKeyId) return (await findUsableKey(apiKeyId)) !== null;
  return sessionId !== null && (await findActiveSession(sessionId)) !== null;
}

import type { Actor } from "./actor";
import { findUsableKey } from "./api-keys/lookups";
import { findActiveSession } from "./lookups";

/** Whether the session or key that an actor came with still works, asked of the database. For what lasts long. */
export async function isCredentialLive({ sessionId, apiKeyId }: Actor): Promise<boolean> {
  if (apiKeyId) return (await findUsableKey(apiKeyId)) !== null;
  return sessionId !== null && (await findActiveSession(sessionId)) !== null;
}

import { signRequest } from "./inngest/signature";

const TIMEOUT_MS = 20_000;

/**
 * Tells the operator's own Inngest which functions the app serves, by asking the app to register there.
 * @returns null on success, otherwise what went wrong.
 */
export async function syncWithExternalExecutor(
  appOrigin: string,
  signingKey: string | undefined,
): Promise<string | null> {
  const body = {};
  const headers: Record<string, string> = { "content-type": "application/json" };
  if (signingKey) headers["x-inngest-signature"] = signRequest(signingKey, body, Date.now());
  try {
    const answer = await fetch(`${appOrigin}/api/inngest`, {
      method: "PUT",
      headers,
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    return answer.ok ? null : `HTTP ${answer.status}`;
  } catch (error) {
    return (error as Error).message;
  }
}

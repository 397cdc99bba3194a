/**
 * What is kept of a failed delivery: the client's code and the server's reply code, such as `EAUTH 535`. The reply's
 * text may repeat the credentials or the recipient.
 */
export function errorCodeOfMail(error: unknown): string {
  if (!(error instanceof Error)) return "unknown";
  const { code, responseCode } = error as Error & { code?: unknown; responseCode?: unknown };
  const parts = [code, responseCode].filter((part) => typeof part === "string" || typeof part === "number");
  return parts.join(" ") || error.name;
}

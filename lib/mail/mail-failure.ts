/**
 * What the database keeps of a failed delivery: the client's code and the server's reply code, such as `EAUTH 535`. The
 * reply's text is left out, because it may contain credentials or the recipient.
 */
export function errorCodeOfMail(error: unknown): string {
  if (!(error instanceof Error)) return "unknown";
  const { code, responseCode } = error as Error & { code?: unknown; responseCode?: unknown };
  const parts = [code, responseCode].filter((part) => typeof part === "string" || typeof part === "number");
  return parts.join(" ") || error.name;
}

import type { Page } from "@playwright/test";
import type { Account } from "./account";
import { stackDatabase } from "./running-stack";

/** Gives the account a quota of its own. */
export async function limitUploads({ email }: Account, perDay: number): Promise<void> {
  const sql = stackDatabase();
  await sql`update users set uploads_per_day_override = ${perDay} where email = ${email}`;
  await sql.end();
}

/** Sends a request as a program does: without a browser or a cookie. */
export const ask = (page: Page, secret: string, headers: Record<string, string> = {}) =>
  fetch(new URL("/api/v1/samples", page.url()), { headers: { authorization: `Bearer ${secret}`, ...headers } });

export async function keptSecret(page: Page): Promise<string> {
  const secret = await page.getByTestId("api-key-secret").textContent();
  await page.getByRole("button", { name: "I saved this key" }).click();
  return secret ?? "";
}

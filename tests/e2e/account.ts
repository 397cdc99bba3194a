import { randomUUID } from "node:crypto";
import { expect, type Page } from "@playwright/test";

export interface Account {
  email: string;
  password: string;
}

/** Registers a new person through the form, as a visitor would, and waits for the upload page. */
export async function register(page: Page): Promise<Account> {
  const account = { email: `musician-${randomUUID()}@example.org`, password: `four plain words ${randomUUID()}` };
  await page.goto("/register");
  await page.getByLabel("Name", { exact: true }).fill("Robin Musician");
  await page.getByLabel("E-mail").fill(account.email);
  await page.getByLabel("Password", { exact: true }).fill(account.password);
  await page.getByRole("button", { name: "Create account" }).click();
  await expect(page).toHaveURL(/\/upload$/);
  return account;
}

export async function signIn(page: Page, account: Account): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("E-mail").fill(account.email);
  await page.getByLabel("Password", { exact: true }).fill(account.password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page).toHaveURL(/\/dashboard$/);
}

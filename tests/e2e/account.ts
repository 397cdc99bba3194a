import { randomInt, randomUUID } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, type Page } from "@playwright/test";
import { dataDirectory, origin } from "@/playwright.config";
import { builtActions } from "@/tests/factories/built-actions";

export interface Account {
  email: string;
  password: string;
}

const NAME = "Robin Musician";

export const invent = (): Account => ({
  email: `musician-${randomUUID()}@example.org`,
  password: `four plain words ${randomUUID()}`,
});

/** While nobody has an account on the stack under test, what whoever started it reads there. Null afterwards. */
export function setupCode(): string | null {
  const file = join(process.cwd(), dataDirectory, "setup-code");
  return existsSync(file) ? readFileSync(file, "utf8").trim() : null;
}

/** Registers a new person as a visitor does, with the form, and waits for the upload page. */
export async function registerWithForm(page: Page): Promise<Account> {
  const code = setupCode();
  await page.goto(code ? `/register#setup=${code}` : "/register");
  const account = await fillForm(page);
  // The first account of a server is told what it has become, and goes on from there.
  const goOn = page.getByRole("button", { name: "Upload audio" });
  await expect(page.getByRole("heading", { name: "Upload", exact: true }).or(goOn)).toBeVisible();
  if (await goOn.isVisible()) await goOn.click();
  await expect(page).toHaveURL(/\/upload$/);
  return account;
}

/** Fills in the register form and sends it. */
export async function fillForm(page: Page, name = NAME): Promise<Account> {
  const account = invent();
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByLabel("E-mail").fill(account.email);
  await page.getByLabel("Password", { exact: true }).fill(account.password);
  await page.getByRole("button", { name: "Create account" }).click();
  return account;
}

/** Another one for each person, because only so many may register from one. */
const newAddress = () => `198.18.${randomInt(256)}.${randomInt(256)}`;

/** Sends what the form sends, without drawing a page. Afterwards this browser is signed in as a new person. */
export async function createAccount({ request }: Page): Promise<Account> {
  const account = invent();
  const action = builtActions().get("lib/accounts/actions.ts registerAction");
  const code = setupCode();
  const registered = await request.post(action?.page ?? "", {
    headers: {
      ...{ origin, "next-action": action?.id ?? "", "content-type": "text/plain;charset=UTF-8" },
      "x-forwarded-for": newAddress(),
    },
    data: JSON.stringify([{ name: NAME, ...account, ...(code ? { setupCode: code } : {}) }]),
  });
  expect(await registered.text()).toContain('"next":"sign-in"');
  const { csrfToken } = (await (await request.get("/api/auth/csrf")).json()) as { csrfToken: string };
  const signedIn = await request.post("/api/auth/callback/credentials", {
    form: { ...account, csrfToken, json: "true" },
  });
  const { url } = (await signedIn.json()) as { url: string };
  expect(new URL(url).searchParams.get("error")).toBeNull();
  return account;
}

/** Signs in as a new person and opens the upload page. */
export async function register(page: Page): Promise<Account> {
  const account = await createAccount(page);
  await page.goto("/upload");
  return account;
}

export async function signIn(page: Page, account: Account): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("E-mail").fill(account.email);
  await page.getByLabel("Password", { exact: true }).fill(account.password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page).toHaveURL(/\/dashboard$/);
}

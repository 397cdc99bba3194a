import { type Account, createAccount, register, registerWithForm } from "./account";
import { codeOf } from "./authenticator";
import { expectNoAxeViolations } from "./axe";
import { linkTo } from "./mailbox";
import { expect, type Page, test } from "./test";

async function enter(page: Page, { email, password }: Account): Promise<void> {
  // The previous page stays in the document, hidden, and has fields with the same names.
  await page.getByLabel("E-mail").filter({ visible: true }).fill(email);
  await page.getByLabel("Password", { exact: true }).filter({ visible: true }).fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}

test("a new person confirms their address, sets up two-factor authentication and signs in with it", async ({
  page,
  browser,
}) => {
  const account = await registerWithForm(page);
  await page.goto(await linkTo(account.email, "Confirm your e-mail address for SampleMind"));
  await page.getByRole("button", { name: "Confirm address" }).click();
  await expect(page).toHaveURL(/\/settings/);
  await expect(page.getByRole("region", { name: "Profile" }).getByText("Confirmed", { exact: true })).toBeVisible();

  await page.getByRole("button", { name: "Set up" }).click();
  await page.getByLabel("Password", { exact: true }).fill(account.password);
  await page.getByRole("button", { name: "Continue", exact: true }).click();
  await expect(page.getByRole("img", { name: /QR code/ })).toBeVisible();
  await expectNoAxeViolations(page);
  const secret = (await page.getByRole("region", { name: "Security" }).locator("code").textContent()) ?? "";
  await page.getByLabel("Authentication code").fill(codeOf(secret));
  await page.getByRole("button", { name: "Turn on" }).click();
  const codes = page.getByRole("region", { name: "Your recovery codes" }).getByRole("listitem");
  await expect(codes).toHaveCount(10);
  const recoveryCode = (await codes.first().textContent()) ?? "";
  await page.getByRole("button", { name: "I saved these codes" }).click();
  await expect(page.getByText("10 recovery codes left.")).toBeVisible();

  const elsewhere = await (await browser.newContext()).newPage();
  await elsewhere.goto("/sign-in?next=/library");
  await enter(elsewhere, account);
  await expect(elsewhere.getByLabel("Authentication code")).toBeVisible();
  await expectNoAxeViolations(elsewhere);
  await elsewhere.getByLabel("Authentication code").fill(codeOf(secret, 1));
  await elsewhere.getByRole("button", { name: "Continue", exact: true }).click();
  await expect(elsewhere).toHaveURL(/\/library$/);

  const abroad = await (await browser.newContext()).newPage();
  await abroad.goto("/sign-in");
  await enter(abroad, account);
  await abroad.getByRole("button", { name: "Use a recovery code" }).click();
  await abroad.getByLabel("Recovery code").fill(recoveryCode.toLowerCase());
  await abroad.getByRole("button", { name: "Continue", exact: true }).click();
  await expect(abroad).toHaveURL(/\/dashboard$/);
});

test("a person who forgot their password sets a new one through the link, and every device is signed out", async ({
  page,
  browser,
}) => {
  const account = await register(page);
  const visitor = await (await browser.newContext()).newPage();
  await visitor.goto("/sign-in");
  await visitor.getByRole("link", { name: "Forgot your password?" }).click();
  await expect(visitor.getByRole("heading", { name: "Forgot your password?" })).toBeVisible();
  await visitor.getByRole("textbox", { name: "E-mail" }).fill(account.email);
  await visitor.getByRole("button", { name: "Send me a link" }).click();
  await expect(visitor.getByText("If there is an account")).toBeVisible();
  const link = await linkTo(account.email, "Set a new password for SampleMind");
  await visitor.goto(link);
  const changed = { ...account, password: "seven green kettles" };
  await visitor.getByLabel("New password").fill(changed.password);
  await visitor.getByRole("button", { name: "Set password" }).click();
  await visitor.getByRole("link", { name: "Sign in" }).click();
  await enter(visitor, changed);
  await expect(visitor).toHaveURL(/\/dashboard$/);
  // The open page leaves by itself. A navigation at that moment would be broken off by it.
  await expect(page).toHaveURL(/\/sign-in/);
  await page.goto("/library");
  await expect(page).toHaveURL(/\/sign-in/);

  await visitor.goto("/");
  await visitor.goto(link);
  await visitor.getByLabel("New password").fill("another try with it");
  await visitor.getByRole("button", { name: "Set password" }).click();
  await expect(visitor.getByText("This link cannot be used")).toBeVisible();
});

test("a wrong password and an unknown address get the same answer", async ({ page }) => {
  const account = await createAccount(page);
  await page.context().clearCookies();
  const answer = async (email: string) => {
    await page.goto("/sign-in");
    await enter(page, { email, password: "not the password" });
    return page.getByRole("alert").filter({ hasText: "Sign-in failed" }).textContent();
  };
  expect(await answer(account.email)).toBe(await answer(`nobody-${Date.now()}@example.org`));
});

import { registerWithForm } from "./account";
import { ask, keptSecret } from "./api-keys";
import { codeOf } from "./authenticator";
import { linkTo } from "./mailbox";
import { expect, test } from "./test";

// One person's way from registering to an API key, and to the end of that key.
test("register, confirm the address, set up two-factor authentication, create a key, revoke it: the key stops working at once", async ({
  page,
}) => {
  const account = await registerWithForm(page);

  await page.goto(await linkTo(account.email, "Confirm your e-mail address for SampleMind"));
  await page.getByRole("button", { name: "Confirm address" }).click();
  await expect(page.getByRole("region", { name: "Profile" }).getByText("Confirmed", { exact: true })).toBeVisible();

  await page.getByRole("button", { name: "Set up" }).click();
  await page.getByLabel("Password", { exact: true }).fill(account.password);
  await page.getByRole("button", { name: "Continue", exact: true }).click();
  const security = page.getByRole("region", { name: "Security" });
  const secret = security.locator("code");
  await page.getByLabel("Authentication code").fill(codeOf((await secret.textContent()) ?? ""));
  await page.getByRole("button", { name: "Turn on" }).click();
  // On at once, while the codes are shown.
  await expect(page.getByRole("button", { name: "I saved these codes" })).toBeVisible();
  await expect(security.getByText("On", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "I saved these codes" }).click();
  await expect(page.getByText("10 recovery codes left.")).toBeVisible();
  await expect(security.getByText("On", { exact: true })).toBeVisible();

  await page.goto("/settings/api-keys");
  await page.getByRole("button", { name: "New key" }).click();
  await page.getByLabel("Name", { exact: true }).fill("Nightly export");
  await page.getByRole("button", { name: "Create key" }).click();
  const key = await keptSecret(page);
  expect((await ask(page, key)).status).toBe(200);

  await page.getByRole("button", { name: "Revoke Nightly export" }).click();
  const [revoked] = await Promise.all([
    page.waitForResponse((answer) => answer.request().method() === "POST" && answer.url().includes("/settings")),
    page.getByRole("button", { name: "Revoke key" }).click(),
  ]);
  expect(revoked.ok()).toBe(true);
  expect((await ask(page, key)).status).toBe(401);
});

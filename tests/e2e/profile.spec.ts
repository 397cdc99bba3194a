import { randomUUID } from "node:crypto";
import { createAccount, signIn } from "./account";
import { expectNoAxeViolations } from "./axe";
import { linkTo } from "./mailbox";
import { expect, test } from "./test";

const LINK = "Confirm your new e-mail address for SampleMind";

test("a person changes their name, and their address once its link is opened", async ({ page }) => {
  const account = await createAccount(page);
  const email = `renamed-${randomUUID()}@example.org`;
  await page.goto("/settings");
  const profile = page.getByRole("region", { name: "Profile" });

  await profile.getByRole("button", { name: "Change name" }).click();
  await profile.getByLabel("New name").fill("Robin of Sherwood");
  await profile.getByRole("button", { name: "Save name" }).click();
  await expect(profile.getByText("Robin of Sherwood")).toBeVisible();
  await expect(page.getByRole("button", { name: "Account of Robin of Sherwood" })).toBeVisible();

  await profile.getByRole("button", { name: "Change e-mail" }).click();
  await profile.getByLabel("New e-mail").fill(email);
  await profile.getByLabel("Password", { exact: true }).fill("not the password");
  await profile.getByRole("button", { name: "Request the link" }).click();
  await expect(profile.getByText("Wrong password.")).toBeVisible();
  await expectNoAxeViolations(page);
  await profile.getByLabel("Password", { exact: true }).fill(account.password);
  await profile.getByRole("button", { name: "Request the link" }).click();
  await expect(profile.getByText(`${account.email}, until you open the link for ${email}.`)).toBeVisible();
  await expectNoAxeViolations(page);

  await page.goto(await linkTo(email, LINK));
  await page.getByRole("button", { name: "Use this address" }).click();
  await expect(page).toHaveURL(/\/settings#profile$/);
  await expect(profile.getByText(email, { exact: true })).toBeVisible();
  await expect(profile.getByText("Confirmed", { exact: true })).toBeVisible();

  await page.context().clearCookies();
  await signIn(page, { ...account, email });
});

test("cancelling a change of address keeps the old one, and the link stops working", async ({ page }) => {
  const account = await createAccount(page);
  const email = `unwanted-${randomUUID()}@example.org`;
  await page.goto("/settings");
  const profile = page.getByRole("region", { name: "Profile" });
  await profile.getByRole("button", { name: "Change e-mail" }).click();
  await profile.getByLabel("New e-mail").fill(email);
  await profile.getByLabel("Password", { exact: true }).fill(account.password);
  await profile.getByRole("button", { name: "Request the link" }).click();
  await profile.getByRole("button", { name: "Cancel the change" }).click();
  await expect(profile.getByText(`${account.email} is not confirmed.`)).toBeVisible();

  await page.goto(await linkTo(email, LINK));
  await page.getByRole("button", { name: "Use this address" }).click();
  await expect(page.getByText("This link cannot be used")).toBeVisible();
});

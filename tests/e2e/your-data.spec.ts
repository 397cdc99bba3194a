import { readFileSync } from "node:fs";
import { ZipContents } from "@/tests/fixtures/zip-file";
import { createAccount, signIn } from "./account";
import { expectNoAxeViolations } from "./axe";
import { expect, type Page, test } from "./test";

const yourData = (page: Page) => page.getByRole("region", { name: "Your data" });

async function confirmWith(page: Page, password: string, button: string): Promise<void> {
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: button, exact: true }).last().click();
}

test("a person can download all their data as one file, but only with their password", async ({ page }) => {
  const account = await createAccount(page);
  await page.goto("/settings");
  const section = yourData(page);
  await section.getByRole("button", { name: "Export my data" }).click();
  await confirmWith(page, "not my password at all", "Start the export");
  await expect(section.getByText("Wrong password.")).toBeVisible();
  await expectNoAxeViolations(page);
  await confirmWith(page, account.password, "Start the export");
  await expect(section.getByText("Ready", { exact: true })).toBeVisible({ timeout: 120_000 });
  await section.getByRole("button", { name: "Download" }).click();
  const download = page.waitForEvent("download");
  await confirmWith(page, account.password, "Download");
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^samplemind-.*\.zip$/);
  const zip = new ZipContents(readFileSync(await file.path()));
  expect(zip.json("profile.json")).toMatchObject({ email: account.email });
});

test("deleting an account says what is lost and signs the person out; after signing in they can keep the account", async ({
  page,
}) => {
  const account = await createAccount(page);
  await page.goto("/settings");
  await yourData(page).getByRole("button", { name: "Delete my account" }).click();
  const dialog = page.getByRole("dialog", { name: "Delete your account?" });
  await expect(dialog.getByText("Your API keys stop working immediately.")).toBeVisible();
  await expectNoAxeViolations(page);
  await confirmWith(page, account.password, "Delete my account");
  await expect(page).toHaveURL(/\/sign-in/);
  await page.goto("/dashboard");
  await expect(page).toHaveURL(/\/sign-in/);
  await signIn(page, account);
  const notice = page.getByRole("region", { name: "Your account is about to be deleted" });
  await expect(notice).toBeVisible();
  await expectNoAxeViolations(page);
  await notice.getByRole("button", { name: "Keep my account" }).click();
  await expect(notice).toHaveCount(0);
  await page.goto("/settings");
  await expect(notice).toHaveCount(0);
});

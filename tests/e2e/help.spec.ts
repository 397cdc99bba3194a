import { createAccount } from "./account";
import { followSystemTheme, shoot } from "./shoot";
import { expect, test } from "./test";

test("the help is read and searched without scripts and without an account", async ({ browser }) => {
  const plain = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await plain.goto("/");
  await plain.getByRole("banner").getByRole("link", { name: "Help" }).click();
  await expect(plain.getByRole("heading", { level: 1, name: "Help" })).toBeVisible();
  await plain.getByRole("searchbox", { name: "Search the help" }).fill("true peaks");
  await plain.getByRole("button", { name: "Search" }).click();
  await expect(plain.locator("mark", { hasText: /^peak$/i }).first()).toBeVisible();
  await plain.getByRole("link", { name: "Loudness", exact: true }).first().click();
  await expect(plain).toHaveURL("/docs/analysis#loudness");
  await expect(plain.getByRole("heading", { name: /^Loudness/ })).toBeInViewport();
  await plain.getByRole("navigation", { name: "Neighbouring pages" }).getByRole("link", { name: /^Next/ }).click();
  await expect(plain.getByRole("heading", { level: 1, name: "Searching" })).toBeVisible();
  expect((await plain.goto("/docs/nothing"))?.status()).toBe(404);
  await plain.context().close();
});

test("in both themes and widths, the help fits its window and has no accessibility violation", async ({ page }) => {
  test.slow();
  await followSystemTheme(page);
  for (const [name, path] of [
    ["help", "/docs"],
    ["help-search", "/docs?q=confidence"],
    ["help-analysis", "/docs/analysis"],
    ["help-api", "/docs/api"],
    ["help-self-hosting", "/docs/self-hosting"],
  ] as const) {
    await page.goto(path);
    await shoot(page, name);
    await page.setViewportSize({ width: 1440, height: 900 });
  }
});

test("pages of the studio lead to the help about them", async ({ page }) => {
  await createAccount(page);
  await page.goto("/search");
  await page.getByRole("link", { name: "Help: this page" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Searching" })).toBeVisible();
});

import { join } from "node:path";
import { origin } from "@/playwright.config";
import { tone } from "@/tests/factories/sounds";
import { createAccount } from "./account";
import { expectNoAxeViolations } from "./axe";
import { expectAnalyzed, pickFiles, wavOf } from "./files";
import { stackDatabase } from "./running-stack";
import { chooseTheme } from "./shoot";
import { type Browser, expect, type Page, test } from "./test";

const database = stackDatabase();
test.afterEach(() => database`delete from system_settings where name like 'site.%'`.then(() => undefined));
test.afterAll(() => database.end());

/** What the server sends before any script has run. */
const firstBytes = async (page: Page, path: string) =>
  /<html[^>]*>/.exec(await (await page.request.get(path)).text())?.[0] ?? "";
const choose = (page: Page, group: string, name: string | RegExp) =>
  page.getByRole("group", { name: group }).getByRole("radio", { name }).click();

test("what a person chooses holds at once, after a reload, and on a browser that is new to them", async ({ page }) => {
  const { email } = await createAccount(page);
  await page.goto("/settings");
  const example = page.getByRole("region", { name: "Example" });
  await expect(example).toContainText("A minor");
  await choose(page, "Theme", /Daylight/);
  await expect(page.locator("html.light")).toBeAttached();
  await choose(page, "Keys", /Open Key/);
  await expect(example).toContainText("1m");
  await choose(page, "Lists", /Compact/);
  const row = example.getByRole("listitem").first();
  await expect.poll(async () => (await row.boundingBox())?.height).toBeLessThan(40);
  await choose(page, "Motion", /None/);
  const kept = () => database`
    select choices from person_settings join users on users.id = user_id where email = ${email}`;
  await expect
    .poll(async () => (await kept())[0]?.choices)
    .toMatchObject({ theme: "light", notation: "open-key", density: "compact", motion: "none" });

  await page.reload();
  await expect(page.getByRole("radio", { name: /Open Key/ })).toBeChecked();
  await expect(example).toContainText("1m");
  for (const forgets of [false, true]) {
    if (forgets) await page.context().clearCookies({ name: "choices" });
    const html = await firstBytes(page, "/dashboard");
    for (const said of ['class="light"', 'data-density="compact"', 'data-motion="none"']) expect(html).toContain(said);
  }
  await page.context().addCookies([{ name: "choices", value: "theme=sepia&density=<x>", url: origin }]);
  expect(await firstBytes(page, "/settings")).toContain('class="light"');
  await expect(page.getByRole("heading", { name: "Settings" })).toBeVisible();
});

test("the choices are a form where no script runs", async ({ page, browser }) => {
  await createAccount(page);
  const plain = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
  });
  const quiet = await plain.newPage();
  await quiet.goto("/settings");
  await choose(quiet, "Theme", /High contrast/);
  await choose(quiet, "Keys", /Camelot/);
  await quiet.getByRole("group", { name: "Keys" }).locator("xpath=..").getByRole("button", { name: "Save" }).click();
  await expect(quiet.locator("html.contrast")).toBeAttached();
  await expect(quiet.getByRole("region", { name: "Example" })).toContainText("8A");
  await plain.close();
  expect(await firstBytes(page, "/library")).toContain('class="contrast"');
});

test("a visitor's theme is in the first bytes of their next page", async ({ page }) => {
  expect(await firstBytes(page, "/")).toContain('class="dark"');
  await page.goto("/gallery");
  await page.getByRole("button", { name: "Theme" }).click();
  await page.getByRole("menuitemradio", { name: "High contrast" }).click();
  await expect(page.locator("html.contrast")).toBeAttached();
  expect(await firstBytes(page, "/sign-in")).toContain('class="contrast"');
});

test.describe("in every theme and width", () => {
  test.setTimeout(480_000);

  test("settings, dashboard and library have no accessibility violation; high contrast keeps 7 to 1", async ({
    page,
  }) => {
    await createAccount(page);
    await page.goto("/upload");
    await pickFiles(page, [wavOf("low.wav", tone(220)), wavOf("high.wav", tone(880))]);
    for (const name of ["low.wav", "high.wav"]) await expectAnalyzed(page, name);
    for (const theme of ["dark", "light", "contrast"] as const) {
      await chooseTheme(page, theme);
      for (const path of ["/settings", "/dashboard", "/library"]) {
        for (const width of [1440, 390]) {
          await page.setViewportSize({ width, height: 900 });
          await page.goto(path);
          await expect(page.locator(".animate-shimmer:visible")).toHaveCount(0);
          const file = `${path.slice(1)}-${theme}-${width}.png`;
          if (process.env.E2E_PICTURES) await page.screenshot({ path: join("screenshots", file), fullPage: true });
          await expectNoAxeViolations(page, width === 1440 ? "all" : "colours");
          if (theme === "contrast" && width === 1440) await expectNoAxeViolations(page, "strong colours");
        }
      }
    }
  });
});

/** As somebody who can reach the page's own server. */
const ask = (page: Page, method: string, path: string, body: unknown) =>
  page.evaluate(
    async ([how, where, json]) => {
      const headers = { "content-type": "application/json", "idempotency-key": crypto.randomUUID() };
      return (await fetch(`/api/v1${where}`, { method: how as string, headers, body: json as string })).status;
    },
    [method, path, JSON.stringify(body)],
  );

test("the first steps tick themselves off, with sounds to try them on", async ({ page }) => {
  const { email } = await createAccount(page);
  /** What is written down of this person: others take their first steps at the same time. */
  const reached = (step: string) => database`
    select 1 from person_settings join users on users.id = user_id
    where email = ${email} and choices -> 'reached' ? ${step}`;
  await page.goto("/dashboard");
  const steps = page.getByRole("region", { name: "First steps" });
  await expect(steps.getByText("0 of 6 done")).toBeVisible();
  await steps.getByRole("button", { name: "Add five sounds to try on" }).click();
  await expect(steps.getByText("1 of 6 done")).toBeVisible({ timeout: 120_000 });
  const read = steps.getByRole("link", { name: "Read its analysis" });
  await expect(read).toBeVisible({ timeout: 120_000 });
  await read.click();
  await expect(page).toHaveURL(/\/samples\//);
  const sampleId = page.url().split("/").at(-1) ?? "";
  await expect(page.getByRole("region", { name: "Loudness", exact: true })).toBeVisible();
  await expect.poll(() => reached("read")).toHaveLength(1);
  expect(await ask(page, "PATCH", `/samples/${sampleId}/corrections`, { kind: "loop" })).toBe(204);
  expect(await ask(page, "POST", "/collections", { name: "Kit" })).toBe(201);
  await page.goto("/search?q=kick");
  await expect.poll(() => reached("search")).toHaveLength(1);
  await page.goto(`/visualizer/${sampleId}`);
  await expect.poll(() => reached("look")).toHaveLength(1);
  await page.goto("/dashboard");
  await expect(page.getByRole("region", { name: "You know your way around" })).toBeVisible();
  await page.getByRole("button", { name: "Put the first steps away" }).click();
  await expect(page.getByText("You know your way around")).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole("heading", { name: "Dashboard" })).toBeVisible();
  await expect(page.getByText("You know your way around")).toHaveCount(0);
});

async function newAdmin(browser: Browser): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  const { email } = await createAccount(page);
  await database`update users set role = 'admin' where email = ${email}`;
  return page;
}

test("an admin names the server, announces something and writes its terms", async ({ browser, page }) => {
  const admin = await newAdmin(browser);
  await admin.goto("/admin/site");
  await admin.getByRole("textbox", { name: "Name" }).fill("Northern Loops");
  await admin.getByRole("button", { name: "Save name" }).click();
  await expect(admin.getByText("Northern Loops").first()).toBeVisible();
  await admin.getByLabel("Text", { exact: true }).fill("x".repeat(10_000));
  await admin.getByRole("button", { name: "Announce" }).click();
  await expect(admin.getByText("Use at most 500 characters")).toBeVisible();
  await expect(admin.getByLabel("Text", { exact: true })).toHaveValue("x".repeat(10_000));
  await admin.getByLabel("Text", { exact: true }).fill("<b>Work</b> on Friday: https://status.example/now.");
  await admin.getByRole("button", { name: "Announce" }).click();
  await expect(admin.getByRole("region", { name: "Announcement" }).first()).toContainText("Work");
  await admin.getByLabel("Terms").fill("Be kind.\n\nAlways.");
  await admin.getByRole("button", { name: "Save terms" }).click();
  await expect(admin.getByText("The text was saved.")).toBeVisible();
  await expectNoAxeViolations(admin);
  if (process.env.E2E_PICTURES) await admin.screenshot({ path: "screenshots/admin-site.png", fullPage: true });

  await page.goto("/register");
  await expect(page).toHaveTitle("Create account · Northern Loops");
  const banner = page.getByRole("region", { name: "Announcement" });
  await expect(banner).toContainText("<b>Work</b> on Friday");
  await expect(banner.getByRole("link")).toHaveAttribute("href", "https://status.example/now");
  await expectNoAxeViolations(page);
  if (process.env.E2E_PICTURES) await page.screenshot({ path: "screenshots/register-site.png", fullPage: true });
  await banner.getByRole("button").click();
  await expect(banner).toHaveCount(0);
  await page.getByRole("paragraph").getByRole("link", { name: "terms" }).click();
  await expect(page.getByText("Always.")).toBeVisible();
  await expect(page.getByRole("region", { name: "Announcement" })).toHaveCount(0);
  if (process.env.E2E_PICTURES) await page.screenshot({ path: "screenshots/terms.png", fullPage: true });
  expect(await (await page.request.get("/manifest.webmanifest")).json()).toMatchObject({ name: "Northern Loops" });
  await admin.context().close();
});

test("the page for whoever works on the application is not there", async ({ page }) => {
  expect((await page.goto("/design"))?.status()).toBe(404);
});

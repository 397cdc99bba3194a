import { tone } from "@/tests/factories/sounds";
import { register } from "./account";
import { expectNoAxeViolations } from "./axe";
import { expectAnalyzed, pickFiles, wavOf } from "./files";
import { followSystemTheme, shoot } from "./shoot";
import { expect, type Page, test } from "./test";

/** Both themes and widths; then the wide window again. */
async function look(page: Page, name: string): Promise<void> {
  await shoot(page, name);
  await page.setViewportSize({ width: 1440, height: 900 });
}

test("a sample is published, heard by strangers, downloaded under its licence, and taken back", async ({
  page,
  browser,
}) => {
  test.slow();
  await followSystemTheme(page);
  await register(page);
  await pickFiles(page, [wavOf("night bass.wav", tone(220, 2))]);
  await expectAnalyzed(page, "night bass.wav");
  await page.getByRole("link", { name: "night bass.wav" }).click();

  // Nobody publishes without a name: an address that is not one is refused before it is sent.
  await page.getByRole("button", { name: "Publish" }).click();
  const dialog = page.getByRole("dialog");
  const name = `Nocturne ${Date.now().toString(36)}`;
  const handle = name.toLowerCase().replace(" ", "-");
  await dialog.getByLabel("Name", { exact: true }).fill(name);
  await dialog.getByLabel("Address", { exact: true }).fill("Not An Address");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog.getByText("Use small letters a–z")).toBeVisible();
  await dialog.getByLabel("Address", { exact: true }).fill(handle);
  await dialog.getByRole("button", { name: "Save" }).click();

  await expect(dialog.getByLabel("Title", { exact: true })).toHaveValue("night bass");
  await expectNoAxeViolations(page);
  const title = `Night bass of ${name}`;
  await dialog.getByLabel("Title", { exact: true }).fill("x".repeat(10_000));
  await dialog.getByRole("button", { name: "Publish" }).click();
  await expect(dialog.getByText("Use at most 120 characters")).toBeVisible();
  await dialog.getByLabel("Title", { exact: true }).fill(title);
  await dialog.getByLabel("Licence").selectOption({ label: "CC BY 4.0" });
  await dialog.getByRole("checkbox").check();
  await dialog.getByRole("button", { name: "Publish" }).click();
  await page.getByRole("link", { name: "Public page" }).click();
  await expect(page.getByRole("heading", { name: title })).toBeVisible();
  const address = new URL(page.url()).pathname;
  // The copy is made by a job.
  await expect(async () => {
    await page.reload();
    await expect(page.getByRole("region", { name: "Player" })).toBeVisible({ timeout: 1000 });
  }).toPass();

  await test.step("a stranger without scripts finds it, and all that is known of it", async () => {
    const plain = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
    await plain.goto("/gallery");
    await plain.getByRole("searchbox", { name: "Search the gallery" }).fill(name);
    await plain.getByRole("button", { name: "Search" }).click();
    await plain.getByRole("link", { name: title }).click();
    await expect(plain.getByRole("heading", { name: title })).toBeVisible();
    await expect(plain.getByRole("link", { name: "CC BY 4.0" })).toBeVisible();
    await expect(plain.getByText("Length")).toBeVisible();
    await expect(plain.locator("audio[controls]")).toHaveAttribute("src", `${address}/audio`);
    await plain.getByRole("link", { name, exact: true }).click();
    await expect(plain).toHaveURL(`/artists/${handle}`);
    await expect(plain.getByRole("link", { name: title })).toBeVisible();
    await plain.context().close();
  });

  await test.step("a stranger with scripts hears it", async () => {
    const stranger = await (await browser.newContext()).newPage();
    await followSystemTheme(stranger);
    expect((await stranger.goto("/gallery"))?.status()).toBe(200);
    await look(stranger, "gallery");
    await stranger.goto(`/artists/${handle}`);
    await look(stranger, "artist");
    await stranger.goto(address);
    await look(stranger, "gallery-item");
    const played = () => stranger.locator("audio").evaluate((audio: HTMLAudioElement) => audio.currentTime);
    await stranger.locator("audio").evaluate((audio: HTMLAudioElement) => audio.play());
    await expect.poll(played).toBeGreaterThan(0);
    await stranger.context().close();
  });

  const other = await (await browser.newContext()).newPage();
  await register(other);
  await test.step("another account downloads it, and keeps the licence of that moment", async () => {
    await other.goto(address);
    const downloading = other.waitForEvent("download");
    await other.getByRole("link", { name: "Download" }).click();
    expect((await downloading).suggestedFilename()).toBe(`${title}.wav`);
  });

  await test.step("its owner takes it back: it is gone at once, everywhere", async () => {
    await page.goto("/library");
    await page.getByRole("link", { name: "night bass.wav" }).first().click();
    await page.getByRole("button", { name: "Edit public page" }).click();
    await dialog.getByRole("button", { name: "Take it back" }).click();
    await dialog.getByRole("button", { name: "Yes, take it back" }).click();
    await expect(page.getByRole("button", { name: "Publish" })).toBeVisible();
    const answer = await other.goto(address);
    expect(answer?.status()).toBe(410);
    await expect(other.getByRole("heading", { name: "This is no longer public" })).toBeVisible();
    await expectNoAxeViolations(other);
    expect((await other.request.get(`${address}/audio`)).status()).toBe(410);
    expect((await other.goto("/gallery/never-was-abc123"))?.status()).toBe(404);
    await other.goto(`/gallery?q=${encodeURIComponent(name)}`);
    await expect(other.getByRole("heading", { name: "Nothing public fits that" })).toBeVisible();
    await other.goto("/settings/downloads");
    const record = other.getByRole("list", { name: "What you downloaded" }).getByRole("listitem");
    await expect(record.getByText("CC BY 4.0", { exact: true })).toBeVisible();
    await expect(record.getByText("No longer public.")).toBeVisible();
    await expect(record.getByText(name, { exact: true })).toBeVisible();
    await followSystemTheme(other);
    await other.reload();
    await look(other, "downloads");
  });
});

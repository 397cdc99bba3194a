import { tone } from "@/tests/factories/sounds";
import { createAccount, register } from "./account";
import { expectNoAxeViolations } from "./axe";
import { expectAnalyzed, pickFiles, wavOf } from "./files";
import { stackDatabase } from "./running-stack";
import { followSystemTheme, shoot } from "./shoot";
import { type Browser, expect, type Page, test } from "./test";

const database = stackDatabase();
test.afterAll(() => database.end());

/** Both themes and widths; then the wide window again. */
async function look(page: Page, name: string): Promise<void> {
  await shoot(page, name);
  await page.setViewportSize({ width: 1440, height: 900 });
}

async function newPerson(browser: Browser, change: { role?: "admin"; publicName?: string } = {}): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await followSystemTheme(page);
  const { email } = await createAccount(page);
  if (change.role) await database`update users set role = ${change.role} where email = ${email}`;
  if (change.publicName) {
    const handle = change.publicName.toLowerCase().replaceAll(" ", "-");
    await database`insert into artists (owner_id, handle, name)
      select id, ${handle}, ${change.publicName} from users where email = ${email}`;
  }
  return page;
}

/** Uploads a sound and publishes it. Returns the address of its page. */
async function publish(page: Page, name: string, title: string): Promise<string> {
  await register(page);
  await pickFiles(page, [wavOf("night bass.wav", tone(220, 3))]);
  await expectAnalyzed(page, "night bass.wav");
  await page.getByRole("link", { name: "night bass.wav" }).click();
  await page.getByRole("button", { name: "Publish" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name", { exact: true }).fill(name);
  await dialog.getByLabel("Address", { exact: true }).fill(name.toLowerCase().replaceAll(" ", "-"));
  await dialog.getByRole("button", { name: "Save" }).click();
  await dialog.getByLabel("Title", { exact: true }).fill(title);
  await dialog.getByRole("button", { name: "Publish" }).click();
  await page.getByRole("link", { name: "Public page" }).click();
  await expect(page.getByRole("heading", { name: title })).toBeVisible();
  const address = new URL(page.url()).pathname;
  // The copy is made by a job.
  await expect(async () => {
    await page.reload();
    await expect(page.getByRole("region", { name: "Player" })).toBeVisible({ timeout: 1000 });
  }).toPass();
  return address;
}

test("people follow, favourite, comment and report; an admin takes down, its owner answers, and it is back", async ({
  page: owner,
  browser,
}) => {
  test.slow();
  await followSystemTheme(owner);
  const end = Date.now().toString(36);
  const [name, title] = [`Nocturne ${end}`, `Night bass ${end}`];
  const address = await publish(owner, name, title);
  const fan = await newPerson(browser, { publicName: `Fan ${end}` });

  await test.step("a second person follows, marks a favourite and comments at 0:01, with scripts", async () => {
    await fan.goto(address);
    await fan.getByRole("button", { name: "Follow" }).click();
    await expect(fan.getByRole("button", { name: "Stop following" })).toBeVisible();
    await expect(fan.getByText("1 follower", { exact: true })).toBeVisible();
    const favourite = fan.getByRole("button", { name: "Favourite" });
    await favourite.click();
    await expect(favourite).toHaveAttribute("aria-pressed", "true");
    const comment = fan.getByLabel("Your comment");
    // What is too long or too late is refused, and stays in the form.
    await comment.fill("x".repeat(10_000));
    await fan.getByRole("button", { name: "Comment", exact: true }).click();
    await expect(fan.getByText("Use at most 1000 characters")).toBeVisible();
    await expect(comment).toHaveValue("x".repeat(10_000));
    await comment.fill("This bit <b>here</b>\u202e");
    await fan.getByLabel("At (optional)").fill("9:00");
    await fan.getByRole("button", { name: "Comment", exact: true }).click();
    await expect(fan.getByText("The sound ends before that time.")).toBeVisible();
    await expect(comment).not.toHaveValue("");
    await fan.getByLabel(`Position in ${title}`).fill("1.2");
    await fan.getByRole("button", { name: "Where the player is" }).click();
    await expect(fan.getByLabel("At (optional)")).toHaveValue("0:01.2");
    await fan.getByRole("button", { name: "Comment", exact: true }).click();
    await expect(
      fan.getByRole("list", { name: "Comments", exact: true }).getByText("This bit <b>here</b>"),
    ).toBeVisible();
    await expect(comment).toHaveValue("");
    await expect(fan.getByRole("list", { name: "Comments in the sound" }).getByRole("link")).toHaveText(/at 0:01/);
    await look(fan, "item-reactions");
  });

  await test.step("the same forms work without scripts", async () => {
    const state = await fan.context().storageState();
    const plain = await (await browser.newContext({ javaScriptEnabled: false, storageState: state })).newPage();
    await plain.goto(address);
    await plain.getByLabel("Your comment").fill("x".repeat(1001));
    await plain.getByRole("button", { name: "Comment", exact: true }).click();
    await expect(plain.getByText("Use at most 1000 characters")).toBeVisible();
    await expect(plain.getByLabel("Your comment")).toHaveValue("x".repeat(1001));
    await plain.getByLabel("Your comment").fill("without scripts");
    await plain.getByRole("button", { name: "Comment", exact: true }).click();
    const comments = plain.getByRole("list", { name: "Comments", exact: true }).getByRole("listitem");
    await expect(comments).toHaveCount(2);
    await comments.first().getByRole("button", { name: "Delete" }).click();
    await expect(comments).toHaveCount(1);
    await plain.getByRole("button", { name: "Stop following" }).click();
    await expect(plain.getByText("0 followers")).toBeVisible();
    await plain.getByRole("button", { name: "Follow" }).click();
    await expect(plain.getByText("1 follower", { exact: true })).toBeVisible();
    await plain.context().close();
  });

  await test.step("what they follow and like stands on pages of their own", async () => {
    await fan.goto("/following");
    await expect(fan.getByRole("link", { name: title })).toBeVisible();
    await look(fan, "following");
    await fan.getByRole("link", { name: "Favourites", exact: true }).click();
    await expect(fan.getByRole("list", { name: "Favourites" }).getByRole("link", { name: title })).toBeVisible();
    await look(fan, "favourites");
    await fan.goto(`/artists/${name.toLowerCase().replaceAll(" ", "-")}`);
    await look(fan, "artist-followed");
  });

  await test.step("the owner is told, and the bell follows by itself", async () => {
    await owner.goto("/notices");
    const notices = owner.getByRole("list", { name: "Notices" });
    await expect(notices.getByText(`Fan ${end} follows you.`)).toBeVisible();
    // One with scripts, and one without.
    await expect(notices.getByText(`Fan ${end} commented on “${title}”.`)).toHaveCount(2);
    await look(owner, "notices");
    const bell = owner.getByRole("link", { name: /^Notices/ });
    await expect(bell).toHaveAccessibleName(/unread/);
    await owner.getByRole("button", { name: "Mark all as read" }).click();
    await expect(bell).toHaveAccessibleName("Notices");
  });

  await test.step("a stranger without scripts reports it", async () => {
    const plain = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
    await plain.goto(address);
    await plain.getByRole("link", { name: "Report this sound" }).click();
    await plain.getByLabel("It belongs to somebody else").check();
    await plain.getByLabel("What should an admin know? (optional)").fill("I made it in 1998.");
    await plain.getByRole("button", { name: "Send the report" }).click();
    await expect(plain.getByText("Thank you. An admin will look at it.")).toBeVisible();
    await plain.context().close();
    const stranger = await (await browser.newContext()).newPage();
    await followSystemTheme(stranger);
    await stranger.goto(`${address}/report`);
    await look(stranger, "report");
    await stranger.context().close();
  });

  const admin = await newPerson(browser, { role: "admin" });
  const programs = async () => {
    const answers = [await admin.request.get("/gallery/feed.xml"), await admin.request.get("/sitemap.xml")];
    return (await Promise.all(answers.map((answer) => answer.text()))).join();
  };
  await test.step("an admin takes it down with a reason: it is gone everywhere", async () => {
    expect(await programs()).toContain(address);
    await admin.goto("/admin/reports");
    const thing = admin.getByRole("list", { name: "Open reports" }).getByRole("listitem").filter({ hasText: title });
    await expect(thing.getByText("I made it in 1998.")).toBeVisible();
    await look(admin, "admin-reports");
    await thing.getByRole("button", { name: "Take down" }).click();
    await admin.getByLabel("Why", { exact: true }).fill("It is on a record of 1998.");
    await admin.getByRole("button", { name: "Take down" }).click();
    await expect(thing).toHaveCount(0);
    expect((await fan.goto(address))?.status()).toBe(410);
    expect((await fan.goto(`${address}/report`))?.status()).toBe(410);
    await expect.poll(programs, { timeout: 60_000 }).not.toContain(address);
  });

  await test.step("its owner reads why, and answers once", async () => {
    await expect(owner.getByRole("link", { name: /^Notices, 1 unread notice/ })).toBeVisible();
    await owner.goto("/notices");
    await owner.getByRole("link", { name: /^An admin took/ }).click();
    await expect(owner.getByText("It is on a record of 1998.")).toBeVisible();
    await owner.getByRole("button", { name: "Answer" }).click();
    await expectNoAxeViolations(owner);
    await owner.getByLabel("Why it should be public again").fill("That record is mine.");
    await owner.getByRole("button", { name: "Send", exact: true }).click();
    await expect(owner.getByText("An admin will read your answer.")).toBeVisible();
    await look(owner, "taken-down");
  });

  await test.step("an admin shows it again", async () => {
    await admin.goto("/admin/reports");
    const appeal = admin
      .getByRole("list", { name: "Answers of owners" })
      .getByRole("listitem")
      .filter({ hasText: title });
    await expect(appeal.getByText("That record is mine.")).toBeVisible();
    await look(admin, "admin-appeals");
    await appeal.getByRole("button", { name: "Show it again" }).click();
    await expect(appeal).toHaveCount(0);
    expect((await fan.goto(address))?.status()).toBe(200);
    await expect(fan.getByRole("list", { name: "Comments", exact: true }).getByRole("listitem")).toHaveCount(1);
    await owner.goto("/notices");
    await expect(owner.getByText(`“${title}” is public again.`)).toBeVisible();
  });
});

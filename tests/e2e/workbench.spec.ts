import { analysedSample } from "@/tests/factories/analysed-sample";
import type { Person } from "@/tests/factories/backend";
import { register } from "./account";
import { expectNoAxeViolations } from "./axe";
import { stackDatabase } from "./running-stack";
import { followSystemTheme, shoot } from "./shoot";
import { expect, test } from "./test";

const DOUBTED = 24;

test("twenty values a minute are settled by keyboard alone", async ({ page }) => {
  await followSystemTheme(page);
  const { email } = await register(page);
  const sql = stackDatabase();
  try {
    const [{ id: userId } = {}] = await sql<{ id: string }[]>`select id from users where email = ${email}`;
    const person = { userId: userId ?? "" } as Person;
    let lastId = "";
    for (let made = 0; made < DOUBTED; made++) {
      const record = {
        tempo: { bpm: 87, confidence: 0.01 + made / 100, alternatives: [{ bpm: 174, confidence: 0.2 }] },
      };
      lastId = await analysedSample(sql, person, { fileName: `break ${String(made).padStart(2, "0")}.wav`, record });
    }
    await page.goto("/workbench");
    await expect(page.getByRole("heading", { name: "break 00.wav" })).toBeVisible();
    await shoot(page, "workbench-tempo");

    let stored = 0;
    page.on("response", (response) => {
      if (response.request().method() === "PATCH" && response.ok()) stored++;
    });
    const began = Date.now();
    for (let at = 0; at < 20; at++) {
      await expect(page.getByRole("heading", { name: `break ${String(at).padStart(2, "0")}.wav` })).toBeVisible();
      // Every other one is right as it is.
      if (at % 2 === 0) await page.keyboard.press("2");
      await page.keyboard.press("Enter");
    }
    await expect(page.getByText("20 answered")).toBeVisible();
    const seconds = (Date.now() - began) / 1000;
    test.info().annotations.push({ type: "figure", description: `20 answers in ${seconds.toFixed(1)} s` });
    expect(seconds).toBeLessThan(60);

    await test.step("an answer is taken back", async () => {
      await page.keyboard.press("z");
      await expect(page.getByRole("heading", { name: "break 19.wav" })).toBeVisible();
      await page.keyboard.press("n");
      await expect(page.getByText("19 answered, 1 skipped")).toBeVisible();
    });
    await expect.poll(() => stored).toBe(21);
    const rows = await sql<{ bpm: number }[]>`
      select bpm from sample_corrections c join samples s on s.id = c.sample_id
      where s.owner_id = ${userId ?? ""} order by s.file_name`;
    expect(rows.map(({ bpm }) => bpm)).toEqual(Array.from({ length: 19 }, (_, at) => (at % 2 === 0 ? 174 : 87)));

    await test.step("what is left comes back after a reload, and a click is as good as a key", async () => {
      await page.reload();
      await expect(page.getByRole("heading", { name: "break 19.wav" })).toBeVisible();
      await page.getByRole("button", { name: /×3\/2/ }).click();
      await expect(page.getByText("130.5", { exact: true })).toBeVisible();
      await page.getByRole("button", { name: /^Save/ }).click();
      await expect(page.getByRole("heading", { name: "break 20.wav" })).toBeVisible();
    });

    await test.step("the white keys of the piano are longer than the black ones", async () => {
      await page.goto(`/workbench?sample=${lastId}`);
      await page.getByRole("button", { name: /^Skip/ }).click();
      const length = async (name: string) =>
        (await page.getByRole("button", { name, exact: true }).boundingBox())?.height;
      expect(await length("C")).toBeGreaterThan(((await length("D♭")) ?? 0) * 1.5);
      await expectNoAxeViolations(page);
    });

    await test.step("whoever leaves before an undo could be sent is asked", async () => {
      await page.route("**/corrections", () => new Promise(() => {}));
      await page.keyboard.press("Enter");
      await page.keyboard.press("z");
      const asked = page.waitForEvent("dialog");
      await page.close({ runBeforeUnload: true });
      expect((await asked).type()).toBe("beforeunload");
      await (await asked).dismiss();
    });
  } finally {
    await sql.end();
  }
});

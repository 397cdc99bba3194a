import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Visit } from "./browser";

/** An MP3 may be joined to itself: this is several minutes of music. */
const TIMES = 20;

/** Uploads a track of several minutes and waits until it is analysed. Returns its id. */
export async function uploadTrack({ origin, context }: Visit): Promise<string> {
  const page = await context.newPage();
  await page.goto(`${origin}/upload`);
  const [chooser] = await Promise.all([
    page.waitForEvent("filechooser"),
    page.getByRole("button", { name: "Choose files" }).click(),
  ]);
  const once = readFileSync(resolve("tests/fixtures/music/house.mp3"));
  const buffer = Buffer.concat(Array.from({ length: TIMES }, () => once));
  await chooser.setFiles({ name: "track.mp3", mimeType: "audio/mpeg", buffer });
  const row = page.getByRole("listitem").filter({ hasText: "track.mp3" });
  await row.getByText("Analysed:").waitFor({ timeout: 300_000 });
  const address = (await row.getByRole("link").getAttribute("href")) ?? "";
  await page.close();
  return address.replace("/samples/", "");
}

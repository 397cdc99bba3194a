import postgres from "postgres";
import { v7 as uuidv7 } from "uuid";
import type { Visit } from "@/bench/visuals/browser";
import { tone } from "@/tests/factories/sounds";

const TITLE = "Night bass";

/** Publishes a sound as a person does, on the pages. Returns the address of its page and of the sample's. */
export async function publishOne({ origin, context }: Visit): Promise<{ item: string; sample: string }> {
  const page = await context.newPage();
  await page.goto(`${origin}/upload`);
  const [chooser] = await Promise.all([
    page.waitForEvent("filechooser"),
    page.getByRole("button", { name: "Choose files" }).click(),
  ]);
  await chooser.setFiles({ name: "night bass.wav", mimeType: "audio/wav", buffer: Buffer.from(tone(220, 8)) });
  const row = page.getByRole("listitem").filter({ hasText: "night bass.wav" });
  await row.getByText("Analysed:").waitFor({ timeout: 120_000 });
  const sample = (await row.getByRole("link").getAttribute("href")) ?? "";
  await page.goto(`${origin}${sample}`);
  await page.getByRole("button", { name: "Publish" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name", { exact: true }).fill("Nocturne");
  await dialog.getByLabel("Address", { exact: true }).fill("nocturne");
  await dialog.getByRole("button", { name: "Save" }).click();
  await dialog.getByLabel("Title", { exact: true }).fill(TITLE);
  await dialog.getByRole("button", { name: "Publish" }).click();
  await page.getByRole("link", { name: "Public page" }).click();
  await page.waitForURL("**/gallery/*");
  const item = new URL(page.url()).pathname;
  // The copy that strangers hear is made by a job.
  while ((await page.request.get(`${origin}${item}/audio`)).status() !== 200) await page.waitForTimeout(500);
  await page.close();
  return { item, sample };
}

/** More items like the published one, each with a sample, a waveform, a tempo and a key of its own, until there are `count`. */
export async function publishMore(databaseUrl: string, count: number): Promise<void> {
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => undefined });
  try {
    for (let at = 1; at < count; at++) {
      const [id, sampleId] = [uuidv7(), uuidv7()];
      const overview = Buffer.from(Array.from({ length: 96 }, (_, part) => (part * (at + 3)) % 256)).toString("base64");
      const sample = { id: sampleId, sha256: `${at}`.padStart(64, "0"), file_name: `sound ${at}.wav` };
      await sql`insert into samples overriding system value
        select (jsonb_populate_record(s, ${sql.json(sample)})).* from samples s join publications p on p.sample_id = s.id limit 1`;
      const item = {
        id,
        sample_id: sampleId,
        slug: `sound-${at}`,
        title: `Sound ${at}`,
        bpm: 70 + at,
        key_tonic: at % 12,
      };
      await sql`insert into publications
        select (jsonb_populate_record(p, ${sql.json({ ...item, overview, kind: "track", facets: ["type:track"] })})).*
        from publications p where slug not like 'sound-%' limit 1`;
    }
  } finally {
    await sql.end();
  }
}

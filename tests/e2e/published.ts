import { randomInt } from "node:crypto";
import { expect, type Page } from "@playwright/test";
import { origin } from "@/playwright.config";
import { tone } from "@/tests/factories/sounds";
import { register } from "./account";
import { expectAnalyzed, pickFiles, wavOf } from "./files";

export interface PublishedSound {
  id: string;
  slug: string;
  title: string;
  artistName: string;
  handle: string;
}

/** Registers this browser's person, makes their public page, and publishes a sound that strangers can hear. */
export async function publishSound(page: Page, seconds = 6): Promise<PublishedSound> {
  await register(page);
  const fileName = `tone ${randomInt(1e9)}.wav`;
  await pickFiles(page, [wavOf(fileName, tone(110 + randomInt(300), seconds))]);
  await expectAnalyzed(page, fileName);
  const ask = async (method: string, path: string, data?: object) => {
    const answer = await page.request.fetch(`/api/v1${path}`, {
      method,
      headers: { origin },
      ...(data ? { data } : {}),
    });
    expect(answer.ok(), await answer.text()).toBe(true);
    return (await answer.json()).data;
  };
  const handle = `artist-${randomInt(1e9)}`;
  const artistName = `Artist ${handle.slice(7)}`;
  await ask("POST", "/artist", { handle, name: artistName });
  const [sample] = (await ask("GET", "/samples")) as { id: string }[];
  const title = `Tone of ${artistName}`;
  const rights = { licence: "cc-by", aiTraining: "not_allowed", allowsDownload: true };
  const made = await ask("POST", "/publications", { sampleId: sample?.id, title, ...rights });
  // The copy for strangers is made by a job.
  await expect.poll(async () => (await page.request.head(`/gallery/${made.slug}/audio`)).status()).toBe(200);
  return { id: made.id, slug: made.slug, title, artistName, handle };
}

/** Takes it back. */
export async function takeBack(page: Page, { id }: PublishedSound): Promise<void> {
  const answer = await page.request.delete(`/api/v1/publications/${id}`, { headers: { origin } });
  expect(answer.status()).toBe(204);
}

/** How often it was played, as its owner is told. */
export async function rawPlays(page: Page, { id }: PublishedSound): Promise<number> {
  const answer = await page.request.get("/api/v1/plays");
  const { data } = (await answer.json()) as { data: { publicationId: string; raw: number }[] };
  return data.find(({ publicationId }) => publicationId === id)?.raw ?? 0;
}

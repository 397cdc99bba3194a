import { expect, type FileChooser, type Page } from "@playwright/test";

export type PickedFiles = Parameters<FileChooser["setFiles"]>[0];

export const rowOfUpload = (page: Page, name: string) => page.getByRole("listitem").filter({ hasText: name });

/** Chooses files with the upload page's button. A page that does not listen yet opens no dialog: press again. */
export async function pickFiles(page: Page, files: PickedFiles): Promise<void> {
  await expect(async () => {
    const [chooser] = await Promise.all([
      page.waitForEvent("filechooser", { timeout: 2_000 }),
      page.getByRole("button", { name: "Choose files" }).click(),
    ]);
    await chooser.setFiles(files);
  }).toPass();
}

export async function expectAnalyzed(page: Page, name: string): Promise<void> {
  await expect(rowOfUpload(page, name).getByText("Analysed:")).toBeAttached({ timeout: 120_000 });
}

/** A file that exists only in memory, so it can have any name. */
export const wavOf = (name: string, bytes: Uint8Array) => ({
  name,
  mimeType: "audio/wav",
  buffer: Buffer.from(bytes),
});

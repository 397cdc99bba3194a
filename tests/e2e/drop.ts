import { expect, type Page } from "@playwright/test";

/** Drops files or folders of this machine onto the page, as a file manager does, with real entries and bytes. */
export async function dropPaths(page: Page, paths: string[]): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: paths, dragOperationsMask: 1 };
  const drag = (type: "dragEnter" | "dragOver" | "dragCancel" | "drop") =>
    session.send("Input.dispatchDragEvent", { type, x: 400, y: 300, data });
  // Nothing shows that a page does not listen yet. A person would wait until it is live.
  await expect(page.getByRole("status").filter({ hasText: "Live" })).toBeVisible();
  // Another page may take its place just then: whoever holds the files would move them on to it.
  await expect(async () => {
    await drag("dragCancel");
    await drag("dragEnter");
    await drag("dragOver");
    await expect(page.getByRole("heading", { name: "Drop to upload" })).toBeVisible({ timeout: 3000 });
  }).toPass();
  await drag("drop");
  await session.detach();
}

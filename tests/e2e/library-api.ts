import type { Page } from "@playwright/test";
import type { SampleRow } from "@/lib/samples/schema";

/** Rows of the signed-in person's samples, read through the API with the page's own session. */
export async function sampleRows(page: Page, ids: string[]): Promise<SampleRow[]> {
  const response = await page.request.get(`/api/v1/samples?ids=${ids.join(",")}`);
  if (!response.ok()) throw new Error(`samples answered ${response.status()}`);
  return ((await response.json()) as { data: SampleRow[] }).data;
}

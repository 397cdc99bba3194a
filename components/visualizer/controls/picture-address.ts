/** Any integer of the address; 1 for what is none. */
export function seedOf(text: string | null | undefined): number {
  const seed = Number(text);
  return text && Number.isSafeInteger(seed) ? seed : 1;
}

/** Where a picture is a page of its own. */
export const pictureAddress = (sampleId: string, scene: string, seed: number): string =>
  `/visualizer/${sampleId}?${new URLSearchParams({ scene, seed: String(seed) })}`;

/** Any integer of the address; 1 for what is none. */
export function seedOf(text: string | null | undefined): number {
  const seed = Number(text);
  return text && Number.isSafeInteger(seed) ? seed : 1;
}

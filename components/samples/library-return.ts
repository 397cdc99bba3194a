/** Kept for this tab only: another tab has another list. */
const KEY = "library";

/** Remembers how the library is shown, such as `?q=kick&sort=bpm`, so that a sample's page leads back to the same list. */
export function rememberLibrary(search: string): void {
  try {
    sessionStorage.setItem(KEY, search);
  } catch {
    // Without storage the way back leads to the whole library.
  }
}

/** The library as it was last shown in this tab. */
export function libraryPath(): string {
  try {
    return `/library${sessionStorage.getItem(KEY) ?? ""}`;
  } catch {
    return "/library";
  }
}

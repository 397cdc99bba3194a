/** The page asks for it before its scripts run, so it must be asked for in the same way. */
export const GALAXY_ADDRESS = "/api/v1/galaxy";
/** A phone has no room to turn a galaxy in. */
export const PHONE = "(max-width: 639px)";

/** What the script that draws the first picture leaves for the page. */
export interface GalaxyWindow extends Window {
  firstGalaxyAnswer?: Promise<Response> | undefined;
  /** Resolves when the first picture is drawn, or there will be none. */
  firstGalaxyPicture?: Promise<void>;
}

/** Waits for it: what is loaded meanwhile keeps the page from drawing. */
export async function afterFirstPicture(): Promise<void> {
  await (window as GalaxyWindow).firstGalaxyPicture;
}

/** The answer that was asked for before the page's scripts were there, for who is first to need it. */
export function takeFirstAnswer(): Promise<Response> | null {
  const page = window as GalaxyWindow;
  const answer = page.firstGalaxyAnswer ?? null;
  page.firstGalaxyAnswer = undefined;
  return answer;
}

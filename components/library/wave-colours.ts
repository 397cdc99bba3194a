import { watchTheme } from "@/components/ui/document-look";

/** What waveforms are painted with, read from the style sheet once for each theme. */
export interface WaveColours {
  rest: string;
  played: string;
}

let colours: WaveColours | null = null;
const listeners = new Set<() => void>();
let isWatching = false;

export function waveColours(): WaveColours {
  if (!colours) {
    const style = getComputedStyle(document.documentElement);
    colours = { rest: style.getPropertyValue("--wave"), played: style.getPropertyValue("--wave-played") };
  }
  return colours;
}

/** Calls when the theme has changed. One observer serves all waveforms. */
export function onTheme(listener: () => void): () => void {
  listeners.add(listener);
  if (!isWatching) {
    isWatching = true;
    watchTheme(() => {
      colours = null;
      for (const tell of listeners) tell();
    });
  }
  return () => listeners.delete(listener);
}

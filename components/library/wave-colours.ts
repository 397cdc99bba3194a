/** What waveforms are painted with, read from the style sheet once for each theme. */
export interface WaveColours {
  rest: string;
  played: string;
}

let colours: WaveColours | null = null;
const listeners = new Set<() => void>();
let observer: MutationObserver | null = null;

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
  if (!observer) {
    observer = new MutationObserver(() => {
      colours = null;
      for (const tell of listeners) tell();
    });
    observer.observe(document.documentElement, { attributes: true, attributeFilter: ["class"] });
  }
  return () => listeners.delete(listener);
}

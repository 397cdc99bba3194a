/** What can be drawn along a sample's time axis besides its waveform. */
export const LAYERS = ["beats", "downbeats", "onsets", "sections", "keys", "chords", "spectrogram"] as const;
export type Layer = (typeof LAYERS)[number];

/** A cookie rather than local storage, so that the server renders the page at its final height. */
export const HIDDEN_LAYERS_COOKIE = "hidden_layers";

export function cookieOfHiddenLayers(hidden: readonly Layer[]): string {
  return hidden.join(".");
}

/** The hidden layers named in the cookie. Unknown words are ignored. */
export function hiddenLayersOf(cookie: string | undefined): Layer[] {
  const words = cookie?.split(".") ?? [];
  return LAYERS.filter((layer) => words.includes(layer));
}

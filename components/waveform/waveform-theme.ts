import type { WaveformColours } from "./paint-waveform";

export interface WaveformTheme {
  /** Only says when the colours have changed: they come from the style sheet. */
  name: string | undefined;
  colours: WaveformColours;
  /** Of single samples, for each channel. */
  channels: readonly string[];
}

/** The colours of the current theme, read from the style sheet once for each theme: reading makes the browser lay out. */
export function waveformTheme(element: Element, name: string | undefined, known: WaveformTheme | null): WaveformTheme {
  if (known && known.name === name) return known;
  const style = getComputedStyle(element);
  const read = (property: string) => style.getPropertyValue(property).trim();
  const [low, mid, high] = [read("--band-low"), read("--band-mid"), read("--band-high")];
  return {
    name,
    colours: { low, mid, high, axis: read("--border-strong") },
    channels: [read("--primary"), read("--accent"), read("--muted-foreground")],
  };
}

// What the design page shows of the style sheets. Names only: the values are in `app/colours.css` and `app/globals.css`.

export const COLOURS: readonly { name: string; use: string }[] = [
  { name: "background", use: "Behind everything" },
  { name: "surface", use: "Where nothing may shine through" },
  { name: "muted", use: "Controls and quiet areas" },
  { name: "foreground", use: "Text" },
  { name: "muted-foreground", use: "Text that comes second" },
  { name: "pressed", use: "What is pressed or chosen" },
  { name: "border", use: "Between things" },
  { name: "border-strong", use: "Around things" },
  { name: "input", use: "Around what can be filled in" },
  { name: "ring", use: "Around what has the focus" },
  { name: "primary", use: "The one thing to do" },
  { name: "accent", use: "What stands out beside it" },
  { name: "success", use: "Done" },
  { name: "warning", use: "Look at this" },
  { name: "danger", use: "Broken, or cannot be undone" },
  { name: "wave", use: "A waveform" },
  { name: "wave-played", use: "What was heard of it" },
  { name: "band-low", use: "Bass" },
  { name: "band-mid", use: "Middle" },
  { name: "band-high", use: "Treble" },
];

export const ACCENTS: readonly { name: string; use: string }[] = [
  { name: "rhythm", use: "Tempo, beats, bars, onsets" },
  { name: "harmony", use: "Key, chords, notes, tuning" },
  { name: "timbre", use: "Spectrum, brightness, what it sounds like" },
  { name: "loudness", use: "Level, peaks, dynamics" },
];

export const TYPE_SIZES = ["2xs", "xs", "sm", "base", "lg", "xl", "2xl", "3xl", "4xl", "5xl"] as const;
export const RADII = ["xs", "sm", "md", "lg", "xl"] as const;
/** Steps of 0.25 rem. */
export const SPACES = [1, 2, 3, 4, 5, 6, 8, 12, 16] as const;

export const MOTIONS: readonly { name: string; use: string }[] = [
  { name: "motion-quick", use: "Answers a pointer" },
  { name: "motion-change", use: "Opens, closes, changes size" },
  { name: "motion-entrance", use: "A part of a page comes in" },
  { name: "motion-pulse", use: "Something is under way" },
  { name: "motion-shimmer", use: "Something is on its way" },
];
export const EASINGS: readonly { name: string; use: string }[] = [
  { name: "ease-out-quint", use: "What comes in: quick, then settling" },
];

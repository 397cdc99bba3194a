import type { CSSProperties } from "react";
import { ACCENTS, COLOURS, EASINGS, MOTIONS, RADII, SPACES, TYPE_SIZES } from "./tokens";

const style = (property: keyof CSSProperties, token: string): CSSProperties => ({ [property]: `var(--${token})` });

function Swatches({ colours }: { colours: readonly { name: string; use: string }[] }) {
  return (
    <ul className="grid grid-cols-[repeat(auto-fill,minmax(11rem,1fr))] gap-3">
      {colours.map(({ name, use }) => (
        <li key={name} className="flex items-center gap-3 text-sm">
          <span
            aria-hidden
            className="size-9 shrink-0 rounded-md border border-border-strong"
            style={style("background", name)}
          />
          <span className="min-w-0">
            <span className="block truncate font-medium">{name}</span>
            <span className="block text-muted-foreground text-xs">{use}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Every colour, and what each accent means. */
export function Colours() {
  return (
    <div className="flex flex-col gap-6">
      <Swatches colours={COLOURS} />
      <h4 className="eyebrow">Accents, wherever a sound is drawn</h4>
      <Swatches colours={ACCENTS} />
    </div>
  );
}

/** Sizes of type, in the three families. */
export function Type() {
  return (
    <ul className="flex flex-col gap-2">
      {TYPE_SIZES.map((size) => (
        <li key={size} className="flex items-baseline gap-4">
          <span className="figures w-12 shrink-0 text-muted-foreground text-xs">{size}</span>
          <span className="truncate font-display" style={style("fontSize", `text-${size}`)}>
            Warm pad, D♭ major
          </span>
        </li>
      ))}
      <li className="text-sm">Inter: what is read. 0123456789</li>
      <li className="font-display text-sm">Space Grotesk: what is a heading. 0123456789</li>
      <li className="figures text-sm">JetBrains Mono: what is compared. 0123456789</li>
    </ul>
  );
}

/** Corners, distances and heights above the page. */
export function Space() {
  return (
    <div className="flex flex-col gap-5">
      <ul aria-label="Corners" className="flex flex-wrap gap-4">
        {RADII.map((radius) => (
          <li key={radius} className="text-center text-muted-foreground text-xs">
            <span
              aria-hidden
              className="block size-14 border-2 border-primary"
              style={style("borderRadius", `radius-${radius}`)}
            />
            {radius}
          </li>
        ))}
      </ul>
      <ul aria-label="Distances" className="flex flex-col gap-1.5">
        {SPACES.map((steps) => (
          <li key={steps} className="flex items-center gap-3 text-muted-foreground text-xs">
            <span className="figures w-6">{steps}</span>
            <span aria-hidden className="h-2 bg-primary" style={{ width: `calc(var(--spacing) * ${steps})` }} />
          </li>
        ))}
      </ul>
      <ul aria-label="Heights" className="grid gap-4 sm:grid-cols-3">
        <li className="rounded-lg border p-5 text-sm">On the page</li>
        <li className="glass rounded-lg p-5 text-sm">A pane</li>
        <li className="glass-strong rounded-lg p-5 text-sm">Over other content</li>
      </ul>
    </div>
  );
}

/** Named durations and easings. With less motion nothing of it moves. */
export function Motion() {
  return (
    <dl className="grid gap-x-6 gap-y-2 text-sm sm:grid-cols-[max-content_minmax(0,1fr)]">
      {[...MOTIONS, ...EASINGS].map(({ name, use }) => (
        <div key={name} className="contents">
          <dt className="font-medium">--{name}</dt>
          <dd className="text-muted-foreground">{use}</dd>
        </div>
      ))}
    </dl>
  );
}

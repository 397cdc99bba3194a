import { useText } from "#text";
import { cn } from "@/lib/cn";
import { formatCount } from "@/lib/format/count";
import { cssOf } from "@/lib/format/oklch";
import { msg } from "@/lib/language/text";
import type { Colouring, LegendEntry } from "./engine/colours";

export interface LegendProps {
  colouring: Colouring;
  entries: readonly LegendEntry[];
  only: number | null;
  onOnly: (entry: number | null) => void;
  className?: string;
}

const TITLES: Record<Colouring, string> = {
  type: msg("Colours: Type. Press one to see only its sounds."),
  key: msg("Colours: Key. Press one to see only its sounds."),
  tempo: msg("Colours: Tempo, BPM. Press one to see only its sounds."),
  tag: msg("Colours: Tag. Press one to see only its sounds."),
};

/** What the colours mean and how many have each. A press fades all others, so that nobody has to tell colours apart. */
export function Legend({ colouring, entries, only, onOnly, className }: LegendProps) {
  const t = useText();
  return (
    <fieldset className={cn("flex min-w-0 gap-0.5", className)}>
      <legend className="sr-only">{t(TITLES[colouring])}</legend>
      {entries.map(({ label, isTag, rgb, count }, index) =>
        count === 0 ? null : (
          <button
            key={label}
            type="button"
            aria-pressed={only === index}
            onClick={() => onOnly(only === index ? null : index)}
            className={cn(
              "flex h-7 shrink-0 items-center gap-2 rounded-md px-2 text-xs transition-colors",
              only === index ? "bg-pressed text-foreground" : "text-muted-foreground hover:text-foreground",
            )}
          >
            <Swatch colour={cssOf(rgb)} shape={colouring === "type" ? label : ""} />
            <span className="max-w-32 truncate">{isTag ? label : t(label)}</span>
            <span className="figures ml-auto pl-1 text-2xs">{formatCount(count, t)}</span>
          </button>
        ),
      )}
    </fieldset>
  );
}

const NO_TYPE = msg("No type");

/** As the points are drawn: a loop is a ring, a track is large. */
function Swatch({ colour, shape }: { colour: string; shape: string }) {
  const radius = shape === "Tracks" ? 5 : shape === NO_TYPE ? 2.5 : 3.5;
  return (
    <svg aria-hidden viewBox="0 0 12 12" className="size-3 shrink-0">
      {shape === "Loops" ? (
        <circle cx="6" cy="6" r="3.5" fill="none" stroke={colour} strokeWidth="2.2" />
      ) : (
        <circle cx="6" cy="6" r={radius} fill={colour} />
      )}
    </svg>
  );
}

import { Check, LoaderCircle, Pause, Play, Star } from "lucide-react";
import { useText } from "#text";
import { cn } from "@/lib/cn";
import type { LibraryRow } from "@/lib/library/schema";
import { checkboxRole } from "./roles";

// The parts of rows and cards that do something. They have no handlers of their own: the list hears of them by
// `data-act`, so that a fast scroll makes no thousands of functions.

interface PartProps {
  row: LibraryRow;
  tabIndex: number;
  className?: string;
}

export function SelectBox({ row, tabIndex, isSelected, className }: PartProps & { isSelected: boolean }) {
  const t = useText();
  return (
    <button
      type="button"
      {...checkboxRole(isSelected)}
      aria-label={t("Select {name}", { name: row.fileName })}
      tabIndex={tabIndex}
      data-act="select"
      className={cn(
        "relative grid size-4 shrink-0 place-items-center rounded-xs border border-input bg-muted text-primary-foreground before:absolute before:-inset-2 hover:border-foreground/60",
        isSelected && "border-primary bg-primary hover:border-primary",
        className,
      )}
    >
      {isSelected ? <Check aria-hidden className="size-3" strokeWidth={3.5} /> : null}
    </button>
  );
}

export type RowPlay = "off" | "loading" | "playing" | "paused";

export function PlayButton({ row, tabIndex, play, className }: PartProps & { play: RowPlay }) {
  const t = useText();
  const isOn = play === "playing" || play === "loading";
  const Icon = play === "loading" ? LoaderCircle : isOn ? Pause : Play;
  return (
    <button
      type="button"
      tabIndex={tabIndex}
      disabled={row.status !== "completed"}
      aria-label={isOn ? t("Pause {name}", { name: row.fileName }) : t("Play {name}", { name: row.fileName })}
      data-act="play"
      className={cn(
        "grid shrink-0 place-items-center rounded-full border disabled:opacity-35 [&_svg]:size-[46%]",
        isOn
          ? "border-primary bg-primary text-primary-foreground"
          : "border-border-strong text-muted-foreground hover:border-primary hover:text-primary",
        className,
      )}
    >
      <Icon
        aria-hidden
        className={cn(
          play === "loading" ? "animate-spin motion-reduce:animate-none" : "fill-current",
          !isOn && "translate-x-px",
        )}
      />
    </button>
  );
}

export function StarButton({ row, tabIndex, className }: PartProps) {
  const t = useText();
  return (
    <button
      type="button"
      tabIndex={tabIndex}
      aria-label={t("Favourite {name}", { name: row.fileName })}
      aria-pressed={row.isFavourite}
      data-act="star"
      className={cn(
        "grid shrink-0 place-items-center rounded-full hover:bg-muted hover:text-foreground",
        row.isFavourite ? "text-primary hover:text-primary" : "text-muted-foreground/70",
        className,
      )}
    >
      <Star aria-hidden className={cn("size-4", row.isFavourite && "fill-current")} />
    </button>
  );
}

/** The name, which leads to the sample's page. */
export function NameLink({ row, tabIndex, className }: PartProps) {
  return (
    <a
      href={`/samples/${row.id}`}
      data-act="open"
      tabIndex={tabIndex}
      title={row.fileName}
      className={cn(
        "truncate rounded-xs font-medium text-sm underline-offset-4 hover:text-primary hover:underline",
        className,
      )}
    >
      {row.fileName}
    </a>
  );
}

import { useEffect, useRef } from "react";
import { useText } from "#text";
import { cn } from "@/lib/cn";
import { formatCount } from "@/lib/format/count";
import type { Suggestion } from "./suggestion";
import type { Combobox } from "./use-combobox";

export interface SuggestionListProps {
  box: Combobox;
  suggestions: readonly Suggestion[];
  onTake: (index: number) => void;
}

/** The list under the search box. The keyboard reaches it from the box. */
export function SuggestionList({ box, suggestions, onTake }: SuggestionListProps) {
  const t = useText();
  const active = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (box.active >= 0) active.current?.scrollIntoView({ block: "nearest" });
  }, [box.active]);
  return (
    <ul
      id={box.listId}
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the pattern's list is a listbox.
      role="listbox"
      aria-label={t("Suggestions")}
      className="glass-strong absolute inset-x-0 top-full z-40 mt-1.5 max-h-80 overflow-y-auto rounded-lg p-1.5"
    >
      {suggestions.map(({ label, detail, count }, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the box.
        <li
          key={`${detail} ${label}`}
          ref={index === box.active ? active : undefined}
          id={box.optionId(index)}
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: see the list.
          role="option"
          aria-selected={index === box.active}
          tabIndex={-1}
          // The focus stays in the box.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onTake(index)}
          className={cn(
            "flex cursor-pointer items-baseline gap-3 rounded-sm px-2.5 py-2 text-sm hover:bg-muted",
            index === box.active && "bg-primary/12 outline-1 outline-primary -outline-offset-1",
          )}
        >
          <span className="min-w-0 truncate font-medium">{label}</span>
          <span className="min-w-0 flex-1 truncate text-muted-foreground text-xs">{detail}</span>
          {count === null ? null : (
            <span className="figures text-muted-foreground text-xs">
              {formatCount(count, t)}
              <span className="sr-only"> {t.count(count, "sample", "samples")}</span>
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

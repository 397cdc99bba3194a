"use client";

import { Search, X } from "lucide-react";
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from "react";
import { useKeyNotation } from "#notation";
import { useText } from "#text";
import { useKeys } from "@/components/keys/use-keys";
import { IconButton } from "@/components/ui/icon-button";
import { completionAt } from "@/lib/search-query/completion";
import type { EditedText } from "@/lib/search-query/edit";
import type { ParsedQuery } from "@/lib/search-query/filter";
import { MarkedText } from "./marked-text";
import { suggestionsFor, withSuggestion } from "./suggestion";
import { SuggestionList } from "./suggestion-list";
import { useCombobox } from "./use-combobox";
import { useKnownTerms } from "./use-known-terms";

export interface SearchBoxProps {
  text: string;
  parsed: ParsedQuery;
  /** The id of what says what is wrong with the text. */
  problemsId: string | undefined;
  onType: (text: string) => void;
  /** Enter was pressed, or a suggestion taken that ends what was typed. */
  onEnter: (text: string) => void;
  /** The focus has left the box. */
  onLeave: () => void;
  /** Stands at the end of the box. */
  children?: ReactNode;
}

/** Words and filters as text, with suggestions under it. `/` leads to it from anywhere on the page. */
export function SearchBox({ text, parsed, problemsId, onType, onEnter, onLeave, children }: SearchBoxProps) {
  const t = useText();
  const input = useRef<HTMLInputElement>(null);
  const marks = useRef<HTMLDivElement>(null);
  const [caret, setCaret] = useState(text.length);
  const wantedCaret = useRef<number | null>(null);
  const completion = completionAt(text, caret);
  const [isFocused, setFocused] = useState(false);
  const known = useKnownTerms(completion, isFocused);
  const notation = useKeyNotation();
  const suggestions = suggestionsFor(completion, known, t, notation);
  useKeys({
    search: () => {
      input.current?.focus();
      input.current?.select();
    },
  });

  const edit = (edited: EditedText, isDone: boolean) => {
    wantedCaret.current = edited.caret;
    setCaret(edited.caret);
    if (isDone) onEnter(edited.text);
    else onType(edited.text);
  };
  const take = (index: number) => {
    const suggestion = suggestions[index];
    if (!suggestion) return;
    edit(withSuggestion(text, completion, suggestion), !suggestion.isOpen);
    if (suggestion.isOpen) box.open();
    else box.close();
  };
  const box = useCombobox(suggestions.length, take);

  useLayoutEffect(() => {
    const at = wantedCaret.current;
    wantedCaret.current = null;
    if (at !== null) input.current?.setSelectionRange(at, at);
  });
  const followScroll = () => {
    if (marks.current && input.current) marks.current.scrollLeft = input.current.scrollLeft;
  };
  useEffect(followScroll);

  return (
    <search className="relative block">
      <Search aria-hidden className="pointer-events-none absolute top-3.5 left-3.5 z-10 size-5 text-muted-foreground" />
      <div
        ref={marks}
        aria-hidden
        className="pointer-events-none absolute inset-y-0 right-24 left-11 z-10 flex items-center overflow-hidden text-base"
      >
        <MarkedText
          text={text}
          problems={parsed.problems.map(({ span }) => span)}
          filters={parsed.filters.map(({ span }) => span)}
        />
      </div>
      <input
        ref={input}
        role="combobox"
        aria-label={t("Search")}
        aria-autocomplete="list"
        aria-expanded={box.isOpen}
        aria-controls={box.isOpen ? box.listId : undefined}
        aria-activedescendant={box.active >= 0 ? box.optionId(box.active) : undefined}
        aria-describedby={problemsId}
        aria-keyshortcuts="/"
        placeholder="kick bpm:120-126 ~key:8A"
        enterKeyHint="search"
        autoComplete="off"
        autoCapitalize="off"
        autoCorrect="off"
        spellCheck={false}
        value={text}
        onChange={(event) => {
          setCaret(event.currentTarget.selectionStart ?? event.currentTarget.value.length);
          onType(event.currentTarget.value);
          box.open();
        }}
        onSelect={(event) => setCaret(event.currentTarget.selectionStart ?? 0)}
        onScroll={followScroll}
        onKeyDown={(event) => {
          if (box.onKey(event) || event.key !== "Enter" || event.nativeEvent.isComposing) return;
          box.close();
          onEnter(text);
        }}
        onFocus={() => setFocused(true)}
        onBlur={() => {
          setFocused(false);
          box.close();
          onLeave();
        }}
        className="h-12 w-full rounded-lg border border-input bg-muted pr-24 pl-11 text-ellipsis text-base text-foreground transition-colors placeholder:text-muted-foreground hover:border-foreground/60 focus-visible:border-ring focus-visible:outline-offset-0"
      />
      <div className="absolute inset-y-0 right-1.5 flex items-center">
        {text === "" ? null : (
          <IconButton
            label={t("Clear the search")}
            onClick={() => {
              edit({ text: "", caret: 0 }, true);
              input.current?.focus();
            }}
          >
            <X aria-hidden />
          </IconButton>
        )}
        {children}
      </div>
      {box.isOpen ? <SuggestionList box={box} suggestions={suggestions} onTake={take} /> : null}
    </search>
  );
}

"use client";

import { type KeyboardEvent, useId, useState } from "react";

export interface Combobox {
  isOpen: boolean;
  /** The option that Enter would take; −1 for none. */
  active: number;
  listId: string;
  optionId: (index: number) => string;
  open: () => void;
  close: () => void;
  /** Whether the key was for the list. */
  onKey: (event: KeyboardEvent) => boolean;
}

/**
 * The keys of a text box with a list under it, as the ARIA patterns describe them: arrows move, Enter and Tab take the
 * active option, Escape closes. The focus stays in the box.
 */
export function useCombobox(count: number, take: (index: number) => void): Combobox {
  const listId = useId();
  const [isWanted, setWanted] = useState(false);
  const [wished, setWished] = useState(-1);
  const isOpen = isWanted && count > 0;
  const active = isOpen ? Math.min(wished, count - 1) : -1;
  const close = () => {
    setWanted(false);
    setWished(-1);
  };
  const move = (to: number) => {
    setWanted(true);
    // One place beyond either end is the box itself.
    setWished(to < -1 ? count - 1 : to >= count ? -1 : to);
  };
  const onKey = (event: KeyboardEvent): boolean => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return false;
    if (event.key === "ArrowDown") move(active + 1);
    else if (event.key === "ArrowUp") move(active - 1);
    else if (event.key === "Escape" && isOpen) close();
    else if ((event.key === "Enter" || (event.key === "Tab" && !event.shiftKey)) && active >= 0) take(active);
    else return false;
    event.preventDefault();
    return true;
  };
  return {
    isOpen,
    active,
    listId,
    optionId: (index) => `${listId}-${index}`,
    open: () => {
      setWanted(true);
      setWished(-1);
    },
    close,
    onKey,
  };
}

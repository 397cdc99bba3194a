"use client";

import { useSyncExternalStore } from "react";
import type { ActionId } from "./key-actions";
import { choicesOf, type KeyChoices, keysOf, keyText } from "./key-map";

const KEY = "keys";
const USUAL: KeyChoices = {};

let choices: KeyChoices | null = null;
const listeners = new Set<() => void>();

/** Kept in this browser: every keyboard is another. */
export function keyChoices(): KeyChoices {
  if (choices) return choices;
  try {
    choices = choicesOf(JSON.parse(localStorage.getItem(KEY) ?? "null"));
  } catch {
    choices = USUAL;
  }
  return choices;
}

export function setKeyChoices(next: KeyChoices): void {
  choices = next;
  try {
    localStorage.setItem(KEY, JSON.stringify(next));
  } catch {
    // Then they hold for this page.
  }
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useKeyChoices = (): KeyChoices => useSyncExternalStore(subscribe, keyChoices, () => USUAL);

/** The key of an action as a button names it. */
export const useKeyText = (action: ActionId): string => keyText(keysOf(action, useKeyChoices())[0] ?? "");

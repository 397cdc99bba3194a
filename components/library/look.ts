"use client";

import { useSyncExternalStore } from "react";
import type { Layout } from "./library-address";

/** How a person likes the library, whatever it shows. Remembered in this browser. */
export interface Look {
  /** Whether a sample plays as soon as the keyboard reaches it. */
  autoPreview: boolean;
  /** Whether it also plays under the pointer. */
  hoverPreview: boolean;
  showsFolders: boolean;
  layout: Layout;
  columns: string | null;
}

const KEY = "library-look";
const USUAL: Look = {
  autoPreview: true,
  hoverPreview: false,
  showsFolders: true,
  layout: "table",
  columns: null,
};

let look: Look | null = null;
const listeners = new Set<() => void>();

function read(): Look {
  if (look) return look;
  look = USUAL;
  try {
    const stored = JSON.parse(localStorage.getItem(KEY) ?? "{}") as Partial<Record<keyof Look, unknown>>;
    const flag = (name: "autoPreview" | "hoverPreview" | "showsFolders") =>
      typeof stored[name] === "boolean" ? stored[name] : USUAL[name];
    look = {
      autoPreview: flag("autoPreview"),
      hoverPreview: flag("hoverPreview"),
      showsFolders: flag("showsFolders"),
      layout: stored.layout === "cards" ? "cards" : "table",
      columns: typeof stored.columns === "string" ? stored.columns : null,
    };
  } catch {
    // Then everything is as usual.
  }
  return look;
}

export function changeLook(part: Partial<Look>): void {
  look = { ...read(), ...part };
  try {
    localStorage.setItem(KEY, JSON.stringify(look));
  } catch {
    // Then it holds for this visit.
  }
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The server knows nobody's look: the first rendering has the usual one. */
export const useLook = (): Look => useSyncExternalStore(subscribe, read, () => USUAL);

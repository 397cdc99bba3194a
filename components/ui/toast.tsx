"use client";

import { type ComponentType, useEffect, useSyncExternalStore } from "react";
import type { ExternalToast } from "sonner";

export type ToastKind = "message" | "success" | "error" | "warning";

// The library comes with the first press of a key or a button, so that a page is not heavier for toasts that nobody has
// seen yet.
let Region: ComponentType | null = null;
const listeners = new Set<() => void>();

/** Throws if the server does not answer; the next call tries again. */
async function load() {
  const { ToastRegion, show } = await import("./toast-region");
  Region = ToastRegion;
  for (const listener of listeners) listener();
  return show;
}

const say = (kind: ToastKind) => (title: string, options?: ExternalToast) => {
  load().then(
    (show) => show(kind, title, options),
    () => {},
  );
};

/** A toast can have a button: `toast("Deleted", { action: { label: "Undo", onClick } })`. */
export const toast = Object.assign(say("message"), {
  success: say("success"),
  error: say("error"),
  warning: say("warning"),
});

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Mounted once, in the root layout. */
export function Toaster() {
  const Loaded = useSyncExternalStore(
    subscribe,
    () => Region,
    () => null,
  );
  useEffect(() => {
    if (Loaded) return;
    const waiting = new AbortController();
    const prepare = () => void load().catch(() => {});
    for (const type of ["pointerdown", "keydown", "dragenter"] as const) {
      window.addEventListener(type, prepare, { capture: true, once: true, signal: waiting.signal });
    }
    return () => waiting.abort();
  }, [Loaded]);
  return Loaded && <Loaded />;
}

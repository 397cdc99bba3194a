import { useSyncExternalStore } from "react";

export interface OverlaySwitch {
  /** Whether this person has the visualizer. */
  isOffered: boolean;
  isOpen: boolean;
}

const SHUT: OverlaySwitch = { isOffered: false, isOpen: false };

let state = SHUT;
const listeners = new Set<() => void>();

function set(change: Partial<OverlaySwitch>): void {
  state = { ...state, ...change };
  for (const listener of listeners) listener();
}

export const openOverlay = (): void => set({ isOpen: state.isOffered });
export const closeOverlay = (): void => set({ isOpen: false });

/** Until the returned function is called. */
export function offerOverlay(): () => void {
  set({ isOffered: true });
  return () => set(SHUT);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useOverlaySwitch = (): OverlaySwitch =>
  useSyncExternalStore(
    subscribe,
    () => state,
    () => SHUT,
  );

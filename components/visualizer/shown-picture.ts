import { useSyncExternalStore } from "react";
import type { ShownPicture } from "./scene/picture-props";
import type { Studio } from "./use-studio";

/** What the one canvas of the studio shows, and the code that draws it. */
export interface CanvasState {
  /** Null until a picture was to be seen: three.js comes with the first one. */
  Picture: Studio["Picture"] | null;
  /** Null while nothing is to be seen. */
  shown: ShownPicture | null;
}

const NOTHING: CanvasState = { Picture: null, shown: null };

let state = NOTHING;
/** The latest one is seen. While one page gives way to another, both may have a picture. */
const wanted = new Map<object, ShownPicture>();
const listeners = new Set<() => void>();

/** Shows this picture for its owner, in the place of what that showed before. */
export function showPicture(owner: object, Picture: Studio["Picture"], picture: ShownPicture): void {
  wanted.set(owner, picture);
  change(Picture);
}

export function hidePicture(owner: object): void {
  if (wanted.delete(owner)) change(state.Picture);
}

function change(Picture: CanvasState["Picture"]): void {
  state = { Picture, shown: [...wanted.values()].at(-1) ?? null };
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useCanvasState = (): CanvasState =>
  useSyncExternalStore(
    subscribe,
    () => state,
    () => NOTHING,
  );

import { useEffect, useRef } from "react";
import { isForPage } from "@/components/player/shortcuts";
import { Scope } from "@/components/ui/scope";

export interface VisualizerKeys {
  hideControls: () => void;
  /** Back to where one was: first to the controls, then to the page below. */
  leave: () => void;
  fullScreen: () => void;
  caption: () => void;
  calm: () => void;
  photograph: () => void;
  record: () => void;
  newPicture: () => void;
  /** The scene at this place of the menu, from 0. */
  scene: (index: number) => void;
}

const KEYS: Readonly<Record<string, Exclude<keyof VisualizerKeys, "scene">>> = {
  h: "hideControls",
  escape: "leave",
  f: "fullScreen",
  c: "caption",
  k: "calm",
  p: "photograph",
  v: "record",
  n: "newPicture",
};

/** One key for everything, beside those of the player. */
export function useVisualizerKeys(keys: VisualizerKeys): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const scope = new Scope();
    // Not on the window: over a page, nothing gets that far.
    scope.listen(document.documentElement, "keydown", (event) => {
      if (!isForPage(event) || event.repeat) return;
      const name = KEYS[event.key.toLowerCase()];
      const index = /^[1-9]$/.test(event.key) ? Number(event.key) - 1 : null;
      if (name) latest.current[name]();
      else if (index !== null) latest.current.scene(index);
      else return;
      if (name !== "leave") event.preventDefault();
    });
    return scope.dispose;
  }, []);
}

import { useCallback, useSyncExternalStore } from "react";

const subscribe = (listener: () => void): (() => void) => {
  document.addEventListener("fullscreenchange", listener);
  return () => document.removeEventListener("fullscreenchange", listener);
};

/** The whole document goes full screen, so that menus and messages are seen too. */
export function useFullScreen(): { isFull: boolean; canBeFull: boolean; toggle: () => void } {
  const isFull = useSyncExternalStore(
    subscribe,
    () => document.fullscreenElement !== null,
    () => false,
  );
  const canBeFull = useSyncExternalStore(
    () => () => undefined,
    () => document.fullscreenEnabled ?? false,
    () => false,
  );
  const toggle = useCallback(() => {
    const change = document.fullscreenElement
      ? document.exitFullscreen()
      : document.documentElement.requestFullscreen?.();
    // Refused, for one by a page that this one is embedded in: everything stays as it is.
    change?.catch(() => undefined);
  }, []);
  return { isFull, canBeFull, toggle };
}

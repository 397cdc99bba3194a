// What the document says about how it looks: classes and attributes of `html`, which the server writes and a choice
// changes. Knows no React: also what runs before it asks here.

/** What the page is painted in. */
export type PaintedTheme = "dark" | "light" | "contrast";

const LIGHT = "(prefers-color-scheme: light)";

/** The theme of the document's class, or the device's where the class says so. Only in a browser. */
export function themeNow(): PaintedTheme {
  const { classList } = document.documentElement;
  if (classList.contains("contrast")) return "contrast";
  const isLight = classList.contains("light") || (classList.contains("system") && matchMedia(LIGHT).matches);
  return isLight ? "light" : "dark";
}

/** Calls when the theme may have changed, here or on the device. @returns how to stop. */
export function watchTheme(listener: () => void): () => void {
  const device = matchMedia(LIGHT);
  device.addEventListener("change", listener);
  const observer = new MutationObserver(listener);
  observer.observe(document.documentElement, { attributeFilter: ["class"] });
  return () => {
    device.removeEventListener("change", listener);
    observer.disconnect();
  };
}

const STILL = "(prefers-reduced-motion: reduce)";

/** Whether nothing should move: asked for here, or on the device. Only in a browser. */
export const isStillNow = (): boolean =>
  document.documentElement.dataset.motion === "none" || matchMedia(STILL).matches;

/** Calls when that may have changed. @returns how to stop. */
export function watchMotion(listener: () => void): () => void {
  const device = matchMedia(STILL);
  device.addEventListener("change", listener);
  const observer = new MutationObserver(listener);
  observer.observe(document.documentElement, { attributeFilter: ["data-motion"] });
  return () => {
    device.removeEventListener("change", listener);
    observer.disconnect();
  };
}

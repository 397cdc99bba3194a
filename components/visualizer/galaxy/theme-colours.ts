import { themeNow } from "@/components/ui/document-look";
import type { StageColours } from "./engine/stage";

/** A colour of the page's style sheet as `#rrggbb`, which everything that draws understands. */
export function themeColour(name: "background" | "foreground" | "accent" | "primary"): string {
  const pen = document.createElement("canvas").getContext("2d");
  const written = getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
  if (!pen) return "#808080";
  pen.fillStyle = written;
  return pen.fillStyle;
}

/** The colours of the theme that is on. */
export const stageColours = (): StageColours => ({
  background: themeColour("background"),
  foreground: themeColour("foreground"),
  isDark: themeNow() !== "light",
});

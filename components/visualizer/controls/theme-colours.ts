import { useEffect, useState } from "react";
import { watchTheme } from "@/components/ui/document-look";
import type { SceneColours } from "@/components/visualizer/engine/scene";

const VARIABLES: Record<keyof SceneColours, string> = {
  background: "--background",
  rhythm: "--rhythm",
  harmony: "--harmony",
  timbre: "--timbre",
  loudness: "--loudness",
  text: "--foreground",
};

/** The theme's colours as `rgb(…)`, which is all that three.js reads. Null before the page has a style. */
export function useThemeColours(): SceneColours | null {
  const [colours, setColours] = useState<SceneColours | null>(null);
  useEffect(() => {
    const read = () => setColours(readColours());
    read();
    return watchTheme(read);
  }, []);
  return colours;
}

function readColours(): SceneColours {
  const probe = document.createElement("span");
  document.body.append(probe);
  const entries = Object.entries(VARIABLES).map(([name, variable]) => {
    probe.style.color = `var(${variable})`;
    return [name, getComputedStyle(probe).color];
  });
  probe.remove();
  return Object.fromEntries(entries) as SceneColours;
}

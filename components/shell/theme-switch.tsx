import { Contrast, Monitor, Moon, Sun } from "lucide-react";
import { ThemeButton } from "./theme-button";

export function ThemeSwitch() {
  const icons = {
    dark: <Moon aria-hidden />,
    light: <Sun aria-hidden />,
    contrast: <Contrast aria-hidden />,
    system: <Monitor aria-hidden />,
  };
  return <ThemeButton icons={icons} />;
}

"use client";

import { Moon, Sun } from "lucide-react";
import { useTheme } from "next-themes";
import { IconButton } from "@/components/ui/icon-button";
import { LazyMenu } from "@/components/ui/lazy-menu";
import { useHydrated } from "@/components/ui/use-hydrated";
import { menuFailed } from "./menu-failed";

const load = async () => (await import("./theme-menu")).ThemeMenu;

export function ThemeSwitch() {
  const { resolvedTheme } = useTheme();
  // The server does not know the stored choice, so it renders the default.
  const isHydrated = useHydrated();
  const Icon = isHydrated && resolvedTheme === "light" ? Sun : Moon;
  return (
    <LazyMenu
      load={load}
      menuProps={{}}
      onFailed={menuFailed}
      trigger={
        <IconButton label="Theme" tooltipSide="bottom">
          <Icon aria-hidden />
        </IconButton>
      }
    />
  );
}

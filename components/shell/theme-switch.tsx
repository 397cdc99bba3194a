"use client";

import { Moon, Sun } from "lucide-react";
import { useTheme } from "next-themes";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuRadioGroup,
  DropdownMenuRadioItem,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { IconButton } from "@/components/ui/icon-button";
import { THEME_CHOICES } from "@/components/ui/theme-choices";
import { useHydrated } from "@/components/ui/use-hydrated";

export function ThemeSwitch() {
  const { theme, resolvedTheme, setTheme } = useTheme();
  // The server does not know the stored choice, so it renders the default.
  const isHydrated = useHydrated();
  const Icon = isHydrated && resolvedTheme === "light" ? Sun : Moon;
  return (
    <DropdownMenu>
      <DropdownMenuTrigger
        render={
          <IconButton label="Theme" tooltipSide="bottom">
            <Icon aria-hidden />
          </IconButton>
        }
      />
      <DropdownMenuContent className="min-w-40">
        <DropdownMenuRadioGroup value={theme} onValueChange={setTheme}>
          {THEME_CHOICES.map(({ value, label, icon: ChoiceIcon }) => (
            <DropdownMenuRadioItem key={value} value={value}>
              <ChoiceIcon aria-hidden />
              {label}
            </DropdownMenuRadioItem>
          ))}
        </DropdownMenuRadioGroup>
      </DropdownMenuContent>
    </DropdownMenu>
  );
}

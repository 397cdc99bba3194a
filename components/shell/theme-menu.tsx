"use client";

import type { ReactElement } from "react";
import { useText } from "#text";
import { useChoices } from "@/components/choices/choices-provider";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuRadioGroup,
  DropdownMenuRadioItem,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { THEME_CHOICES } from "@/components/ui/theme-choices";
import type { Theme } from "@/lib/choices/constants";

export function ThemeMenu({ trigger }: { trigger: ReactElement }) {
  const t = useText();
  const { choices, choose } = useChoices();
  return (
    <DropdownMenu defaultOpen>
      <DropdownMenuTrigger render={trigger} />
      <DropdownMenuContent className="min-w-40">
        <DropdownMenuRadioGroup value={choices.theme} onValueChange={(theme: Theme) => choose({ theme })}>
          {THEME_CHOICES.map(({ value, label, icon: ChoiceIcon }) => (
            <DropdownMenuRadioItem key={value} value={value}>
              <ChoiceIcon aria-hidden />
              {t(label)}
            </DropdownMenuRadioItem>
          ))}
        </DropdownMenuRadioGroup>
      </DropdownMenuContent>
    </DropdownMenu>
  );
}

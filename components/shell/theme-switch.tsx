"use client";

import { useText } from "#text";
import { useChoices } from "@/components/choices/choices-provider";
import { IconButton } from "@/components/ui/icon-button";
import { LazyMenu } from "@/components/ui/lazy-menu";
import { THEME_CHOICES } from "@/components/ui/theme-choices";
import { menuFailed } from "./menu-failed";

const load = async () => (await import("./theme-menu")).ThemeMenu;

export function ThemeSwitch() {
  const t = useText();
  const { theme } = useChoices().choices;
  const { icon: Icon } = THEME_CHOICES.find(({ value }) => value === theme) ?? THEME_CHOICES[0];
  return (
    <LazyMenu
      load={load}
      menuProps={{}}
      onFailed={() => menuFailed(t)}
      trigger={
        <IconButton label={t("Theme")} tooltipSide="bottom">
          <Icon aria-hidden />
        </IconButton>
      }
    />
  );
}

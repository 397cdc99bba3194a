"use client";

import type { ReactNode } from "react";
import { useText } from "#text";
import { useChoices } from "@/components/choices/choices-provider";
import { IconButton } from "@/components/ui/icon-button";
import { LazyMenu } from "@/components/ui/lazy-menu";
import { menuFailed } from "@/components/ui/menu-failed";
import type { Theme } from "@/lib/choices/constants";

const load = async () => (await import("./theme-menu")).ThemeMenu;

/** The icons are drawn by the server, so that no page brings them as code. */
export function ThemeButton({ icons }: { icons: Readonly<Record<Theme, ReactNode>> }) {
  const t = useText();
  const { theme } = useChoices().choices;
  return (
    <LazyMenu
      load={load}
      menuProps={{}}
      onFailed={() => menuFailed(t)}
      trigger={
        <IconButton label={t("Theme")} tooltipSide="bottom">
          {icons[theme]}
        </IconButton>
      }
    />
  );
}

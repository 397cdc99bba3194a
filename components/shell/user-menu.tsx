"use client";

import { useText } from "#text";
import { LazyMenu } from "@/components/ui/lazy-menu";
import { menuFailed } from "@/components/ui/menu-failed";
import type { AccountMenuProps } from "./account-menu";
import { initials } from "./initials";

const load = async () => (await import("./account-menu")).AccountMenu;

export function UserMenu({ viewer }: Pick<AccountMenuProps, "viewer">) {
  const t = useText();
  return (
    <LazyMenu
      load={load}
      menuProps={{ viewer }}
      onFailed={() => menuFailed(t)}
      trigger={
        <button
          type="button"
          className="grid size-9 place-items-center rounded-full border border-border-strong bg-muted font-medium text-xs transition-colors hover:border-primary"
        >
          <span aria-hidden>{initials(viewer.name)}</span>
          <span className="sr-only">{t("Account of {name}", { name: viewer.name })}</span>
        </button>
      }
    />
  );
}

"use client";

import { Keyboard } from "lucide-react";
import type { ReactElement } from "react";
import { useText } from "#text";
import { openKeySheet } from "@/components/keys/open-key-sheet";
import {
  DropdownMenu,
  DropdownMenuCheckboxItem,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { COLUMN_IDS, COLUMNS } from "./columns";
import { changeLook, type Look } from "./look";
import type { ColumnsControl } from "./use-columns";

export interface LookMenuProps {
  columns: ColumnsControl;
  look: Look;
  hasColumns: boolean;
  trigger: ReactElement;
}

/** Which columns there are, and what else is as somebody likes it. Columns are ordered and resized at their heads. */
export function LookMenu({ columns, look, hasColumns, trigger }: LookMenuProps) {
  const t = useText();
  return (
    <DropdownMenu defaultOpen>
      <DropdownMenuTrigger render={trigger} />
      <DropdownMenuContent className="w-64">
        {hasColumns ? (
          <>
            <p className="eyebrow px-2.5 pt-1.5 pb-1">{t("Columns")}</p>
            {COLUMN_IDS.map((id) => (
              <DropdownMenuCheckboxItem
                key={id}
                checked={columns.shown.includes(id)}
                onCheckedChange={() => columns.toggle(id)}
              >
                {t(COLUMNS[id].label)}
              </DropdownMenuCheckboxItem>
            ))}
            <DropdownMenuSeparator />
          </>
        ) : null}
        <DropdownMenuCheckboxItem
          checked={look.hoverPreview}
          onCheckedChange={(isOn) => changeLook({ hoverPreview: isOn })}
        >
          {t("Play what the pointer rests on")}
        </DropdownMenuCheckboxItem>
        <DropdownMenuItem onClick={openKeySheet}>
          <Keyboard aria-hidden />
          {t("[keyboard] Keys")}
        </DropdownMenuItem>
      </DropdownMenuContent>
    </DropdownMenu>
  );
}

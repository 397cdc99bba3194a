"use client";

import type { ReactElement } from "react";
import { useText } from "#text";
import {
  DropdownMenu,
  DropdownMenuCheckboxItem,
  DropdownMenuContent,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { LAYERS } from "@/lib/samples/timeline-layers";
import type { PlayerToolbarProps } from "./player-controls";
import { LAYER_NAMES } from "./timeline-lanes";

interface LayerMenuProps extends Pick<PlayerToolbarProps, "layers" | "absent"> {
  trigger: ReactElement;
}

/** What can be drawn on the time axis, and why a layer is missing. */
export function LayerMenu({ layers, absent, trigger }: LayerMenuProps) {
  const t = useText();
  return (
    <DropdownMenu defaultOpen>
      <DropdownMenuTrigger render={trigger} />
      <DropdownMenuContent className="max-w-72">
        {LAYERS.map((layer) => {
          const reason = absent[layer];
          return (
            <DropdownMenuCheckboxItem
              key={layer}
              checked={reason === undefined && layers.isShown(layer)}
              disabled={reason !== undefined}
              onCheckedChange={(checked) => layers.toggle(layer, checked)}
            >
              <span>
                {t(LAYER_NAMES[layer])}
                {reason ? <span className="block text-muted-foreground text-xs">{t(reason)}</span> : null}
              </span>
            </DropdownMenuCheckboxItem>
          );
        })}
      </DropdownMenuContent>
    </DropdownMenu>
  );
}

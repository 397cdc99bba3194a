"use client";

import { ChevronDown, Shapes } from "lucide-react";
import { Button } from "@/components/ui/button";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuRadioGroup,
  DropdownMenuRadioItem,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import type { SceneKind } from "@/components/visualizer/engine/scene";

export interface SceneMenuProps {
  scenes: readonly SceneKind[];
  shown: SceneKind;
  onChoose: (name: string) => void;
}

/** The scenes, each with a note of what it shows. */
export function SceneMenu({ scenes, shown, onChoose }: SceneMenuProps) {
  return (
    <DropdownMenu>
      <DropdownMenuTrigger
        render={
          <Button size="sm" variant="ghost" aria-label={`Scene: ${shown.title}`}>
            <Shapes aria-hidden />
            <span className="max-sm:hidden">{shown.title}</span>
            <ChevronDown aria-hidden />
          </Button>
        }
      />
      <DropdownMenuContent className="w-88 max-w-[calc(100vw-1.5rem)]">
        <DropdownMenuRadioGroup value={shown.name} onValueChange={(name) => onChoose(String(name))}>
          {scenes.map(({ name, title, note }, index) => (
            <DropdownMenuRadioItem key={name} value={name}>
              <span className="min-w-0">
                <span className="flex items-baseline gap-2 font-medium">
                  {title}
                  <kbd className="figures text-2xs text-muted-foreground">{index + 1}</kbd>
                </span>
                <span className="block text-muted-foreground text-xs">{note}</span>
              </span>
            </DropdownMenuRadioItem>
          ))}
        </DropdownMenuRadioGroup>
      </DropdownMenuContent>
    </DropdownMenu>
  );
}

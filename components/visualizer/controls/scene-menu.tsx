"use client";

import { ChevronDown, Shapes } from "lucide-react";
import { useText } from "#text";
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
  const t = useText();
  return (
    <DropdownMenu>
      <DropdownMenuTrigger
        render={
          <Button size="sm" variant="ghost" aria-label={t("Scene: {scene}", { scene: t(shown.title) })}>
            <Shapes aria-hidden />
            <span className="max-sm:hidden">{t(shown.title)}</span>
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
                  {t(title)}
                  <kbd className="figures text-2xs text-muted-foreground">{index + 1}</kbd>
                </span>
                <span className="block text-muted-foreground text-xs">{t(note)}</span>
              </span>
            </DropdownMenuRadioItem>
          ))}
        </DropdownMenuRadioGroup>
      </DropdownMenuContent>
    </DropdownMenu>
  );
}

"use client";

import { Radio } from "@base-ui/react/radio";
import { RadioGroup } from "@base-ui/react/radio-group";
import { useTheme } from "next-themes";
import { THEME_CHOICES } from "@/components/ui/theme-choices";
import { useHydrated } from "@/components/ui/use-hydrated";

/** Stored in this browser only, so that each device can have its own theme. */
export function Appearance() {
  const { theme, setTheme } = useTheme();
  const isHydrated = useHydrated();
  return (
    <RadioGroup
      aria-labelledby="appearance"
      value={(isHydrated && theme) || ""}
      onValueChange={(choice: string) => setTheme(choice)}
      className="grid gap-3 sm:grid-cols-3"
    >
      {THEME_CHOICES.map(({ value, label, description, icon: Icon }) => (
        <Radio.Root
          key={value}
          value={value}
          className="flex cursor-pointer items-start gap-3 rounded-md border border-border-strong bg-muted p-3.5 text-left transition-colors hover:border-input data-checked:border-primary data-checked:bg-primary/10"
        >
          <Icon aria-hidden className="mt-0.5 size-4.5 shrink-0 text-muted-foreground" />
          <span>
            <span className="block font-medium text-sm">{label}</span>
            <span className="block text-muted-foreground text-xs">{description}</span>
          </span>
        </Radio.Root>
      ))}
    </RadioGroup>
  );
}

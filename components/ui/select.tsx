"use client";

import { Select as BaseSelect } from "@base-ui/react/select";
import { Check, ChevronsUpDown } from "lucide-react";
import { cn } from "@/lib/cn";
import { useFieldState } from "./field-state";

export interface SelectOption<Value extends string> {
  value: Value;
  label: string;
}

export interface SelectProps<Value extends string> {
  /** The accessible name. Not needed inside a `Field`, which has a label of its own. */
  label?: string;
  options: readonly SelectOption<Value>[];
  value: Value;
  onValueChange: (value: Value) => void;
  name?: string;
  disabled?: boolean;
  size?: "sm" | "md";
  className?: string;
}

export function Select<Value extends string>(props: SelectProps<Value>) {
  const { label, options, value, onValueChange, name, disabled, size = "md", className } = props;
  const { id, "aria-describedby": description } = useFieldState();
  return (
    <BaseSelect.Root
      items={options}
      value={value}
      onValueChange={(next) => {
        if (next !== null) onValueChange(next);
      }}
      name={name}
      disabled={disabled}
    >
      <BaseSelect.Trigger
        id={id}
        aria-label={label}
        aria-describedby={description}
        className={cn(
          "flex min-w-32 cursor-pointer select-none items-center justify-between gap-2 rounded-md border border-input bg-muted text-foreground text-sm",
          "transition-colors hover:border-foreground/60 data-disabled:opacity-50",
          size === "sm" ? "h-8 px-2.5" : "h-10 px-3",
          className,
        )}
      >
        <BaseSelect.Value />
        <BaseSelect.Icon>
          <ChevronsUpDown aria-hidden className="size-3.5 text-muted-foreground" />
        </BaseSelect.Icon>
      </BaseSelect.Trigger>
      <SelectPopup options={options} />
    </BaseSelect.Root>
  );
}

function SelectPopup({ options }: { options: readonly SelectOption<string>[] }) {
  return (
    <BaseSelect.Portal>
      <BaseSelect.Positioner alignItemWithTrigger={false} sideOffset={6} className="z-50 outline-none">
        <BaseSelect.Popup className="glass-strong min-w-(--anchor-width) origin-(--transform-origin) rounded-md p-1.5 outline-none transition-[opacity,scale] duration-100 ease-out-quint data-ending-style:scale-97 data-starting-style:scale-97 data-ending-style:opacity-0 data-starting-style:opacity-0">
          <BaseSelect.List className="max-h-(--available-height) overflow-y-auto">
            {options.map((option) => (
              <BaseSelect.Item
                key={option.value}
                value={option.value}
                className="flex min-h-8.5 cursor-default select-none items-center gap-3 rounded-sm px-2.5 text-foreground text-sm outline-none data-highlighted:bg-pressed"
              >
                <BaseSelect.ItemText>{option.label}</BaseSelect.ItemText>
                <BaseSelect.ItemIndicator className="ml-auto">
                  <Check aria-hidden className="size-4 text-primary" />
                </BaseSelect.ItemIndicator>
              </BaseSelect.Item>
            ))}
          </BaseSelect.List>
        </BaseSelect.Popup>
      </BaseSelect.Positioner>
    </BaseSelect.Portal>
  );
}

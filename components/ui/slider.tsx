"use client";

import { Slider as BaseSlider } from "@base-ui/react/slider";
import { cn } from "@/lib/cn";

export interface SliderProps {
  label: string;
  value: number;
  min?: number;
  max?: number;
  step?: number;
  /** The value in words, for screen readers. */
  valueText?: (value: number) => string;
  disabled?: boolean;
  onValueChange: (value: number) => void;
  /** The slider was let go, or a key was pressed. */
  onValueCommitted?: (value: number) => void;
  className?: string;
}

export function Slider({
  label,
  value,
  min = 0,
  max = 100,
  step = 1,
  valueText,
  disabled,
  onValueChange,
  onValueCommitted,
  className,
}: SliderProps) {
  return (
    <BaseSlider.Root
      value={value}
      min={min}
      max={max}
      step={step}
      disabled={disabled}
      onValueChange={(next) => onValueChange(next)}
      onValueCommitted={(next) => onValueCommitted?.(next)}
      className={cn("data-disabled:opacity-50", className)}
    >
      <BaseSlider.Control className="flex h-10 touch-none select-none items-center">
        <BaseSlider.Track className="h-1.5 w-full rounded-full bg-border-strong">
          <BaseSlider.Indicator className="rounded-full bg-primary" />
          <BaseSlider.Thumb
            aria-label={label}
            getAriaValueText={valueText ? (_, current) => valueText(current) : undefined}
            className="size-4.5 rounded-full border border-primary bg-background has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-ring has-[:focus-visible]:outline-offset-2"
          />
        </BaseSlider.Track>
      </BaseSlider.Control>
    </BaseSlider.Root>
  );
}

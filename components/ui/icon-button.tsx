"use client";

import { Button, type ButtonProps } from "./button";
import { Tooltip, type TooltipProps } from "./tooltip";

export interface IconButtonProps extends Omit<ButtonProps, "size" | "aria-label"> {
  /** What the button does. Used as its tooltip and its accessible name. */
  label: string;
  size?: "icon" | "icon-sm";
  tooltipSide?: TooltipProps["side"];
}

export function IconButton({ label, size = "icon", variant = "ghost", tooltipSide, ...props }: IconButtonProps) {
  return (
    <Tooltip content={label} side={tooltipSide}>
      <Button aria-label={label} size={size} variant={variant} {...props} />
    </Tooltip>
  );
}

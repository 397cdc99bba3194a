"use client";

import { LoaderCircle } from "lucide-react";
import type { ComponentProps, MouseEvent } from "react";
import { cn } from "@/lib/cn";
import { type ButtonVariants, buttonVariants } from "./button-variants";

export interface ButtonProps extends ComponentProps<"button">, ButtonVariants {
  /** Work is in progress: shows a spinner, keeps width and focus, and ignores further clicks. */
  pending?: boolean;
  /** A disabled button loses the focus, unless this is set. */
  focusableWhenDisabled?: boolean;
}

/** The browser's own button: every page has some, and a library's is five times as much code. */
export function Button({
  variant,
  size,
  className,
  pending = false,
  disabled = false,
  focusableWhenDisabled = pending,
  onClick,
  children,
  ...props
}: ButtonProps) {
  const isDisabled = disabled || pending;
  const isInert = isDisabled && focusableWhenDisabled;
  return (
    <button
      type="button"
      aria-busy={pending || undefined}
      aria-disabled={isInert || undefined}
      data-disabled={isDisabled ? "" : undefined}
      disabled={isDisabled && !isInert}
      onClick={isInert ? ignore : onClick}
      className={cn(buttonVariants({ variant, size }), className)}
      {...props}
    >
      {pending ? <LoaderCircle aria-hidden className="animate-spin motion-reduce:animate-none" /> : null}
      {children}
    </button>
  );
}

/** Neither sends a form nor reaches what is around. */
function ignore(event: MouseEvent): void {
  event.preventDefault();
  event.stopPropagation();
}

"use client";

import { Button as BaseButton } from "@base-ui/react/button";
import { LoaderCircle } from "lucide-react";
import type { ComponentProps } from "react";
import { cn } from "@/lib/cn";
import { type ButtonVariants, buttonVariants } from "./button-variants";

export interface ButtonProps extends Omit<ComponentProps<typeof BaseButton>, "className">, ButtonVariants {
  className?: string;
  /** Work is in progress: shows a spinner, keeps width and focus, and ignores further clicks. */
  pending?: boolean;
}

export function Button({ variant, size, className, pending = false, disabled, children, ...props }: ButtonProps) {
  return (
    <BaseButton
      aria-busy={pending || undefined}
      disabled={disabled || pending}
      focusableWhenDisabled={pending}
      className={cn(buttonVariants({ variant, size }), className)}
      {...props}
    >
      {pending ? <LoaderCircle aria-hidden className="animate-spin motion-reduce:animate-none" /> : null}
      {children}
    </BaseButton>
  );
}

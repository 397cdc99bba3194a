import Link from "next/link";
import type { ComponentProps } from "react";
import { cn } from "@/lib/cn";
import { type ButtonVariants, buttonVariants } from "./button-variants";

/** A link that looks like a button. It goes somewhere, so it stays a link for assistive technology. */
export function ButtonLink({ variant, size, className, ...props }: ComponentProps<typeof Link> & ButtonVariants) {
  return <Link className={cn(buttonVariants({ variant, size }), className)} {...props} />;
}

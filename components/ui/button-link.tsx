import { cn } from "@/lib/cn";
import { type ButtonVariants, buttonVariants } from "./button-variants";
import { Link, type LinkProps } from "./link";

/** A link that looks like a button. It goes somewhere, so it stays a link for assistive technology. */
export function ButtonLink({ variant, size, className, ...props }: LinkProps & ButtonVariants) {
  return <Link className={cn(buttonVariants({ variant, size }), className)} {...props} />;
}

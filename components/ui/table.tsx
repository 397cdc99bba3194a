import type { ComponentProps } from "react";
import { cn } from "@/lib/cn";

export interface TableProps extends ComponentProps<"table"> {
  /** For a table in which nothing can be focused: the arrow keys scroll it. */
  isFocusable?: boolean;
}

/** Scrolls sideways if the columns do not fit. The page itself never does. */
export function Table({ isFocusable = false, className, ...props }: TableProps) {
  return (
    <div tabIndex={isFocusable ? 0 : undefined} className="relative w-full overflow-x-auto">
      <table className={cn("w-full border-collapse text-left text-sm", className)} {...props} />
    </div>
  );
}

export function TableHeader({ className, ...props }: ComponentProps<"thead">) {
  return <thead className={cn("border-b", className)} {...props} />;
}

export function TableBody({ className, ...props }: ComponentProps<"tbody">) {
  return <tbody className={cn("divide-y divide-border", className)} {...props} />;
}

export function TableRow({ className, ...props }: ComponentProps<"tr">) {
  return <tr className={cn("transition-colors hover:bg-muted aria-selected:bg-primary/10", className)} {...props} />;
}

export interface TableCellProps extends ComponentProps<"td"> {
  /** For a column of numbers: aligned right, with digits of equal width. */
  numeric?: boolean;
}

export function TableHead({ numeric = false, className, ...props }: ComponentProps<"th"> & { numeric?: boolean }) {
  return (
    <th
      scope="col"
      className={cn("eyebrow h-9 whitespace-nowrap px-3 text-left align-middle", numeric && "text-right", className)}
      {...props}
    />
  );
}

export function TableCell({ numeric = false, className, ...props }: TableCellProps) {
  return (
    <td
      className={cn(
        "h-11 px-3 py-1.5 align-middle compact:h-8 compact:py-0.5",
        numeric && "figures whitespace-nowrap text-right",
        className,
      )}
      {...props}
    />
  );
}

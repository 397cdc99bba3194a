import type { ReactNode } from "react";
import { cn } from "@/lib/cn";
import { HelpLink } from "./help-link";

export interface PageHeaderProps {
  title: ReactNode;
  description?: ReactNode;
  actions?: ReactNode;
  /** The page of help about it. */
  help?: string;
  className?: string;
}

/** The page's only `h1`. Actions for the whole page stand at its right. */
export function PageHeader({ title, description, actions, help, className }: PageHeaderProps) {
  return (
    <header className={cn("flex flex-wrap items-end justify-between gap-x-6 gap-y-4 pb-6", className)}>
      <div className="min-w-0">
        <div className="flex items-center gap-1.5">
          <h1 className="min-w-0 font-display font-medium text-3xl tracking-tight">{title}</h1>
          {help ? <HelpLink href={help} className="mt-1" /> : null}
        </div>
        {description ? <p className="mt-1 max-w-prose text-muted-foreground">{description}</p> : null}
      </div>
      {actions ? <div className="flex flex-wrap items-center gap-2">{actions}</div> : null}
    </header>
  );
}

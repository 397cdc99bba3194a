import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { useText } from "#text";
import { cn } from "@/lib/cn";
import { Link } from "./link";

export interface EmptyStateProps {
  icon: LucideIcon;
  title: string;
  description: ReactNode;
  /** The next thing to do. */
  action?: ReactNode;
  /** The page of help about it. */
  help?: string;
  className?: string;
}

export function EmptyState({ icon: Icon, title, description, action, help, className }: EmptyStateProps) {
  const t = useText();
  return (
    <div className={cn("flex flex-col items-center gap-2 px-6 py-14 text-center", className)}>
      <span className="mb-2 grid size-12 place-items-center rounded-lg border border-border-strong bg-muted text-primary">
        <Icon aria-hidden className="size-5.5" />
      </span>
      <h2 className="font-display font-medium text-xl tracking-tight">{title}</h2>
      <p className="max-w-md text-balance text-muted-foreground">{description}</p>
      {action ? <div className="mt-4 flex flex-wrap justify-center gap-2">{action}</div> : null}
      {help ? (
        <Link
          href={help}
          className="mt-3 rounded-sm text-muted-foreground text-sm underline decoration-border-strong underline-offset-4 hover:text-foreground"
        >
          {t("More in the help")}
        </Link>
      ) : null}
    </div>
  );
}

import { useText } from "#text";
import { cn } from "@/lib/cn";
import { Link } from "./link";

export interface HelpLinkProps {
  /** The page of help, with its anchor. */
  href: string;
  /** What it explains: "Tempo". Otherwise the page. */
  about?: string;
  className?: string;
}

/** A small question mark that leads to the words about something. */
export function HelpLink({ href, about, className }: HelpLinkProps) {
  const t = useText();
  const help = t("Help: {about}", { about: about ?? t("this page") });
  return (
    <Link
      href={href}
      aria-label={help}
      title={help}
      className={cn(
        "inline-grid size-6 shrink-0 place-items-center rounded-full text-muted-foreground hover:text-foreground",
        className,
      )}
    >
      <span
        aria-hidden
        className="grid size-4 place-items-center rounded-full border border-current font-medium font-sans text-[0.625rem] leading-none tracking-normal"
      >
        ?
      </span>
    </Link>
  );
}

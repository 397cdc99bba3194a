import { ShieldCheck } from "lucide-react";
import type { ReactNode } from "react";
import { useText } from "#text";
import { cn } from "@/lib/cn";

/** Says on a new installation that the first account is still missing. `children` says what to do. */
export function FirstAccountNote({ children, className }: { children: ReactNode; className?: string }) {
  const t = useText();
  return (
    <p
      className={cn(
        "flex items-start gap-2.5 rounded-md border border-primary/40 bg-primary/10 px-3 py-2.5 text-sm",
        className,
      )}
    >
      <ShieldCheck aria-hidden className="mt-0.5 size-4 shrink-0 text-primary" />
      <span>
        {t("Nobody has an account here yet.")} {children}
      </span>
    </p>
  );
}

/** For whoever has just started the server and opened another page than the one that the start names. */
export function WhereToBegin() {
  const t = useText();
  return (
    <>
      {t(
        "If you started SampleMind, open the address after “First account” in the terminal, or in the log with Docker. It makes the account that administers this server.",
      )}
    </>
  );
}

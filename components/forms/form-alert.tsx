import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { useText } from "#text";

/** What went wrong with the whole form. The region is always on the page, so that screen readers announce its text. */
export function FormAlert({ children }: { children: ReactNode }) {
  const t = useText();
  return (
    <div role="alert" className="-mb-5 has-[p]:mb-0">
      {children ? (
        <p className="flex items-start gap-2 rounded-md border border-danger/40 bg-danger/10 px-3 py-2.5 text-danger text-sm">
          <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
          <span>{typeof children === "string" ? t(children) : children}</span>
        </p>
      ) : null}
    </div>
  );
}

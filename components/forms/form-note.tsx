import { CircleCheck } from "lucide-react";
import type { ReactNode } from "react";

/** What went well, or what to do next. The region is always on the page, so that screen readers announce its text. */
export function FormNote({ children }: { children: ReactNode }) {
  return (
    <div role="status" className="-mb-5 has-[p]:mb-0">
      {children ? (
        <p className="flex items-start gap-2 rounded-md border border-success/40 bg-success/10 px-3 py-2.5 text-foreground text-sm">
          <CircleCheck aria-hidden className="mt-0.5 size-4 shrink-0 text-success" />
          <span>{children}</span>
        </p>
      ) : null}
    </div>
  );
}

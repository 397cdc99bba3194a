import type { ReactNode } from "react";

/** What went wrong, in one line of a dense form. */
export function Problem({ children }: { children: ReactNode }) {
  if (!children) return null;
  return (
    <p role="alert" className="text-danger text-sm">
      {children}
    </p>
  );
}

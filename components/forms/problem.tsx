import type { ReactNode } from "react";
import { useText } from "#text";

/** What went wrong, in one line of a dense form. */
export function Problem({ children }: { children: ReactNode }) {
  const t = useText();
  if (!children) return null;
  return (
    <p role="alert" className="text-danger text-sm">
      {typeof children === "string" ? t(children) : children}
    </p>
  );
}

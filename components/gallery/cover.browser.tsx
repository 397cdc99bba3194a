"use client";

import { useEffect, useRef } from "react";
import { COVER_VIEW, type CoverProps, coverKey } from "./cover-props";

/** React leaves what the server has drawn in an element of which it is given nothing. */
const AS_IT_IS = { __html: "" };

/**
 * The cover in the browser: `import { Cover } from "#cover"`. One that the server drew stays as it is. What draws the
 * others, of cards that come later, is loaded with the first of them.
 */
export function Cover({ values, className }: CoverProps) {
  const svg = useRef<SVGSVGElement>(null);
  const shown = useRef<string | null>(null);
  const key = coverKey(values);
  useEffect(() => {
    const before = shown.current;
    shown.current = key;
    if (before === key || (before === null && svg.current?.firstChild)) return;
    // Without its picture a card still says everything.
    void import("./cover-paths").then(
      ({ coverPaths }) => {
        if (svg.current) svg.current.innerHTML = coverPaths(values);
      },
      () => undefined,
    );
  }, [key, values]);
  return (
    <svg
      ref={svg}
      viewBox={COVER_VIEW}
      aria-hidden
      className={className}
      suppressHydrationWarning
      // biome-ignore lint/security/noDangerouslySetInnerHtml: nothing stands there.
      dangerouslySetInnerHTML={AS_IT_IS}
    />
  );
}

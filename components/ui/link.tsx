"use client";

// biome-ignore lint/style/noRestrictedImports: this is the one place that wraps it.
import NextLink from "next/link";
import { type ComponentProps, useState } from "react";

export type LinkProps = Omit<ComponentProps<typeof NextLink>, "prefetch">;

/**
 * A link inside the application. The page behind it is fetched when the link is pointed at, focused or touched. Links on
 * screen would otherwise fetch the code of every page they lead to, which was a third of what a page loaded.
 */
export function Link({ onPointerEnter, onFocus, onTouchStart, ...props }: LinkProps) {
  const [isLikely, setLikely] = useState(false);
  return (
    <NextLink
      {...props}
      prefetch={isLikely ? null : false}
      onPointerEnter={(event) => {
        setLikely(true);
        onPointerEnter?.(event);
      }}
      onFocus={(event) => {
        setLikely(true);
        onFocus?.(event);
      }}
      onTouchStart={(event) => {
        setLikely(true);
        onTouchStart?.(event);
      }}
    />
  );
}

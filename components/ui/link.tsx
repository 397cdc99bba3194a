"use client";

import { useRouter } from "next/navigation";
import type { ComponentProps, MouseEvent } from "react";

export interface LinkProps extends ComponentProps<"a"> {
  href: string;
}

/** Addresses of the application. Others, and places on the same page, are the browser's. */
const isInside = (href: string) => /^[/?](?!\/)/.test(href);

const asksForMore = ({ button, metaKey, ctrlKey, shiftKey, altKey, currentTarget }: MouseEvent<HTMLAnchorElement>) =>
  button !== 0 ||
  [metaKey, ctrlKey, shiftKey, altKey, currentTarget.hasAttribute("download")].some(Boolean) ||
  !["", "_self"].includes(currentTarget.target);

/**
 * A link inside the application. The page behind it is fetched when the link is pointed at, focused or touched. That of
 * Next.js would fetch the code of every page that links on screen lead to, and is three kilobytes on every page.
 */
export function Link({ href, onClick, onPointerEnter, onFocus, onTouchStart, ...props }: LinkProps) {
  const router = useRouter();
  const prepare = () => {
    if (isInside(href)) router.prefetch(href);
  };
  return (
    <a
      href={href}
      {...props}
      onClick={(event) => {
        onClick?.(event);
        if (event.defaultPrevented || !isInside(href) || asksForMore(event)) return;
        event.preventDefault();
        router.push(href);
      }}
      onPointerEnter={(event) => {
        prepare();
        onPointerEnter?.(event);
      }}
      onFocus={(event) => {
        prepare();
        onFocus?.(event);
      }}
      onTouchStart={(event) => {
        prepare();
        onTouchStart?.(event);
      }}
    />
  );
}

"use client";

import { type ComponentType, cloneElement, type ReactElement, useEffect, useState } from "react";
import type { Side } from "./tooltip-place";

export interface TooltipProps {
  /** Only a hint: everything in it must also be said somewhere else. */
  content: string;
  /** One element that can be focused and passes on `data-*` attributes. */
  children: ReactElement<Record<string, unknown>>;
  side?: Side | undefined;
}

/** Marks an element. The page's one `TooltipLayer` shows the text. */
export function Tooltip({ content, children, side = "top" }: TooltipProps) {
  return cloneElement(children, { "data-tooltip": content, "data-tooltip-side": side });
}

/** Shows them, once the pointer or the keyboard has reached something. Mounted once. */
export function TooltipLayer() {
  const [Text, setText] = useState<ComponentType | null>(null);
  useEffect(() => {
    if (Text) return;
    const waiting = new AbortController();
    const load = () => {
      // Without them everything is said somewhere else.
      import("./tooltip-text").then(
        ({ TooltipText }) => setText(() => TooltipText),
        () => {},
      );
    };
    const { signal } = waiting;
    window.addEventListener("pointerover", ({ pointerType }) => pointerType !== "touch" && load(), { signal });
    window.addEventListener("focusin", load, { signal });
    return () => waiting.abort();
  }, [Text]);
  return Text && <Text />;
}

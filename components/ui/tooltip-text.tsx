"use client";

import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { Scope } from "./scope";
import { type Side, tooltipPlace } from "./tooltip-place";

const DELAY_MS = 350;
/** After one tooltip the next opens at once, and the pointer has time to move onto the text. */
const LINGER_MS = 200;

interface Shown {
  anchor: HTMLElement;
  text: string;
  side: Side;
}

const marked = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>("[data-tooltip]") : null;

/** Shows the tooltip of the element under the pointer, or of the one that the keyboard has reached. */
export function TooltipText() {
  const [shown, setShown] = useState<Shown | null>(null);
  const box = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const scope = new Scope();
    let isOpen = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    scope.add(() => clearTimeout(timer));
    const show = (target: HTMLElement | null) => {
      // Not over the menu that the element has opened.
      const isFree = target?.isConnected && target.getAttribute("aria-expanded") !== "true";
      const anchor = isFree ? target : null;
      const { tooltip: text, tooltipSide: side } = anchor?.dataset ?? {};
      isOpen = anchor !== null && text !== undefined;
      setShown(anchor && text !== undefined ? { anchor, text, side: side as Side } : null);
    };
    const later = (anchor: HTMLElement | null, delayMs: number) => {
      clearTimeout(timer);
      timer = setTimeout(() => show(anchor), delayMs);
    };
    const hide = () => {
      clearTimeout(timer);
      show(null);
    };
    // Both may have come before this code.
    const focused = marked(document.activeElement);
    if (focused?.matches(":focus-visible")) show(focused);
    else later([...document.querySelectorAll<HTMLElement>("[data-tooltip]:hover")].at(-1) ?? null, DELAY_MS);
    scope.listen(window, "pointerover", (event) => {
      if (event.pointerType === "touch") return;
      const anchor = marked(event.target);
      if (anchor) later(anchor, isOpen ? 0 : DELAY_MS);
      else if (isOpen && box.current?.contains(event.target as Node)) clearTimeout(timer);
      else later(null, isOpen ? LINGER_MS : 0);
    });
    scope.listen(window, "focusin", (event) => {
      const anchor = marked(event.target);
      if (anchor?.matches(":focus-visible")) later(anchor, 0);
    });
    scope.listen(window, "focusout", hide);
    scope.listen(window, "pointerdown", hide, { capture: true });
    scope.listen(window, "dragenter", hide, { capture: true });
    scope.listen(window, "scroll", hide, { capture: true, passive: true });
    scope.listen(window, "keydown", (event) => event.key === "Escape" && hide(), { capture: true });
    return scope.dispose;
  }, []);

  useLayoutEffect(() => {
    const element = box.current;
    if (!shown || !element) return;
    const window = { width: document.documentElement.clientWidth, height: document.documentElement.clientHeight };
    const { left, top } = tooltipPlace(
      shown.anchor.getBoundingClientRect(),
      element.getBoundingClientRect(),
      shown.side,
      window,
    );
    element.style.translate = `${left}px ${top}px`;
  }, [shown]);

  // Hidden from screen readers: they read the same words as the element's name.
  return (
    shown && (
      <div
        ref={box}
        aria-hidden
        data-tooltip-text
        className="glass-strong fixed top-0 left-0 z-60 w-max max-w-64 rounded-sm px-2.5 py-1 text-foreground text-xs"
      >
        {shown.text}
      </div>
    )
  );
}

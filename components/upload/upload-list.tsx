"use client";

import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { useLayoutEffect, useRef, useState } from "react";
import { useText } from "#text";
import { Scope } from "@/components/ui/scope";
import { UploadRow } from "./upload-row";
import type { UploadSession } from "./upload-session";

const ROW_PX = 65;

/** All files of the session in order. Only rows near the screen are in the document. */
export function UploadList({ order, session }: { order: readonly number[]; session: UploadSession }) {
  const t = useText();
  const list = useRef<HTMLUListElement>(null);
  const [scrollMargin, setScrollMargin] = useState(0);
  useLayoutEffect(() => {
    const measure = () => {
      const top = list.current?.getBoundingClientRect().top ?? 0;
      setScrollMargin(top + window.scrollY);
    };
    measure();
    const scope = new Scope();
    scope.own(new ResizeObserver(measure)).observe(document.body);
    return scope.dispose;
  }, []);
  const virtualizer = useWindowVirtualizer({
    count: order.length,
    estimateSize: () => ROW_PX,
    getItemKey: (index) => order[index] ?? index,
    overscan: 8,
    scrollMargin,
  });
  return (
    <ul ref={list} aria-label={t("Files")} className="relative" style={{ height: virtualizer.getTotalSize() }}>
      {virtualizer.getVirtualItems().map((virtual) => {
        const id = order[virtual.index];
        if (id === undefined) return null;
        return (
          <li
            key={virtual.key}
            ref={virtualizer.measureElement}
            data-index={virtual.index}
            aria-setsize={order.length}
            aria-posinset={virtual.index + 1}
            className="absolute inset-x-0 top-0 border-b last:border-b-0"
            style={{ transform: `translateY(${virtual.start - scrollMargin}px)` }}
          >
            <UploadRow id={id} session={session} />
          </li>
        );
      })}
    </ul>
  );
}

"use client";

import { Dialog as BaseDialog } from "@base-ui/react/dialog";
import { type ComponentProps, type ReactNode, useState } from "react";
import { cn } from "@/lib/cn";

export interface DialogProps {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  title: string;
  description?: ReactNode;
  /** Clicking beside it does not close it. For content that would be lost. */
  isModal?: boolean;
  className?: string;
  children: ReactNode;
}

/** A pane above the page that keeps the focus while it is open and returns it afterwards. Escape closes it. */
export function Dialog({ isOpen, onOpenChange, title, description, isModal, className, children }: DialogProps) {
  const opener = useOpener(isOpen);
  return (
    <BaseDialog.Root open={isOpen} onOpenChange={onOpenChange} disablePointerDismissal={isModal ?? false}>
      <BaseDialog.Portal>
        <BaseDialog.Backdrop className="fixed inset-0 z-50 bg-black/60 transition-opacity duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <BaseDialog.Popup
          finalFocus={() => (opener?.isConnected ? opener : null)}
          className={cn(
            "glass-strong fixed top-1/2 left-1/2 z-50 flex max-h-[calc(100dvh-2rem)] w-[min(34rem,calc(100vw-2rem))] -translate-x-1/2 -translate-y-1/2 flex-col overflow-y-auto rounded-xl p-6 outline-none",
            "transition-[opacity,scale] duration-150 ease-out-quint data-ending-style:scale-97 data-starting-style:scale-97",
            "data-ending-style:opacity-0 data-starting-style:opacity-0",
            className,
          )}
        >
          <BaseDialog.Title className="font-display font-medium text-xl tracking-tight">{title}</BaseDialog.Title>
          {description ? (
            <BaseDialog.Description className="mt-1 text-muted-foreground text-sm">
              {description}
            </BaseDialog.Description>
          ) : null}
          <div className="mt-5">{children}</div>
        </BaseDialog.Popup>
      </BaseDialog.Portal>
    </BaseDialog.Root>
  );
}

function focusedNow(): HTMLElement | null {
  const active = typeof document === "undefined" ? null : document.activeElement;
  return active instanceof HTMLElement && active !== document.body ? active : null;
}

/** What had the focus before. Base UI asks only when a field with `autoFocus` has taken it already. */
function useOpener(isOpen: boolean): HTMLElement | null {
  const [seen, setSeen] = useState(() => ({ isOpen, opener: isOpen ? focusedNow() : null }));
  if (seen.isOpen === isOpen) return seen.opener;
  const next = { isOpen, opener: isOpen ? focusedNow() : seen.opener };
  setSeen(next);
  return next.opener;
}

/** The buttons at the end of a dialog. */
export function DialogActions({ className, ...props }: ComponentProps<"div">) {
  return <div className={cn("mt-6 flex flex-wrap justify-end gap-2", className)} {...props} />;
}

"use client";

import { Dialog as BaseDialog } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import type { ComponentProps } from "react";
import { cn } from "@/lib/cn";
import { IconButton } from "./icon-button";

type Part<T extends React.ElementType> = Omit<ComponentProps<T>, "className"> & { className?: string };

export const Dialog = BaseDialog.Root;
/** `<DialogTrigger render={<Button />}>…</DialogTrigger>` */
export const DialogTrigger = BaseDialog.Trigger;
/** `<DialogClose render={<Button />}>Cancel</DialogClose>` */
export const DialogClose = BaseDialog.Close;

export function DialogContent({ className, children, ...props }: Part<typeof BaseDialog.Popup>) {
  return (
    <BaseDialog.Portal>
      <BaseDialog.Backdrop className="fixed inset-0 z-50 bg-shade transition-opacity duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0" />
      <BaseDialog.Popup
        className={cn(
          "glass-strong fixed top-1/2 left-1/2 z-50 flex max-h-[calc(100dvh-2rem)] w-[calc(100vw-2rem)] max-w-md flex-col gap-4",
          "-translate-x-1/2 -translate-y-1/2 overflow-y-auto rounded-xl p-6 transition-[opacity,scale] duration-150 ease-out-quint",
          "data-ending-style:scale-97 data-starting-style:scale-97 data-ending-style:opacity-0 data-starting-style:opacity-0",
          className,
        )}
        {...props}
      >
        {children}
        <BaseDialog.Close
          render={
            <IconButton label="Close" size="icon-sm" className="absolute top-3 right-3">
              <X aria-hidden />
            </IconButton>
          }
        />
      </BaseDialog.Popup>
    </BaseDialog.Portal>
  );
}

export function DialogTitle({ className, ...props }: Part<typeof BaseDialog.Title>) {
  return (
    <BaseDialog.Title className={cn("pr-8 font-display font-medium text-xl tracking-tight", className)} {...props} />
  );
}

export function DialogDescription({ className, ...props }: Part<typeof BaseDialog.Description>) {
  return <BaseDialog.Description className={cn("text-muted-foreground text-sm", className)} {...props} />;
}

export function DialogFooter({ className, ...props }: ComponentProps<"div">) {
  return <div className={cn("flex flex-wrap justify-end gap-2 pt-2", className)} {...props} />;
}

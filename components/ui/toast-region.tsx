"use client";

import { type ExternalToast, toast as message, Toaster as Sonner } from "sonner";
import { useTheme } from "@/components/ui/use-theme";
import type { ToastKind } from "./toast";

/** Shows a toast. What is said before the region is on the page waits for it. */
export function show(kind: ToastKind, title: string, options?: ExternalToast): void {
  if (kind === "message") message(title, options);
  else message[kind](title, options);
}

/** Where toasts appear. */
export function ToastRegion() {
  const theme = useTheme();
  return (
    <Sonner
      theme={theme === "light" ? "light" : "dark"}
      position="bottom-right"
      // Above the bar of what can be done with a selection, and on a phone also above that of the pages.
      offset={{ bottom: "5rem" }}
      mobileOffset={{ bottom: "8.5rem" }}
      toastOptions={{
        unstyled: true,
        classNames: {
          toast:
            "glass-strong flex w-(--width) items-center gap-3 rounded-md px-4 py-3 font-sans text-foreground text-sm shadow-xl",
          content: "min-w-0 flex-1",
          title: "font-medium",
          description: "text-muted-foreground",
          icon: "shrink-0 [&_svg]:size-4.5",
          success: "[&_[data-icon]]:text-success",
          error: "[&_[data-icon]]:text-danger",
          warning: "[&_[data-icon]]:text-warning",
          actionButton:
            "ml-auto h-7.5 shrink-0 rounded-sm border border-primary/40 bg-primary/12 px-2.5 font-medium text-primary text-xs hover:bg-primary/20",
          cancelButton: "h-7.5 shrink-0 rounded-sm px-2.5 text-muted-foreground text-xs hover:text-foreground",
        },
      }}
    />
  );
}

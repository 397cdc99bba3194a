"use client";

import { Tabs as BaseTabs } from "@base-ui/react/tabs";
import type { ComponentProps } from "react";
import { cn } from "@/lib/cn";

type Part<T extends React.ElementType> = Omit<ComponentProps<T>, "className"> & { className?: string };

export const Tabs = BaseTabs.Root;

export function TabsList({ className, children, ...props }: Part<typeof BaseTabs.List>) {
  return (
    <BaseTabs.List
      className={cn("relative flex gap-1 overflow-x-auto border-b [scrollbar-width:none]", className)}
      {...props}
    >
      {children}
      <BaseTabs.Indicator className="absolute bottom-0 left-0 h-0.5 w-(--active-tab-width) translate-x-(--active-tab-left) rounded-full bg-primary transition-[translate,width] duration-200 ease-out-quint" />
    </BaseTabs.List>
  );
}

export function TabsTab({ className, ...props }: Part<typeof BaseTabs.Tab>) {
  return (
    <BaseTabs.Tab
      className={cn(
        "h-10 select-none whitespace-nowrap rounded-t-md px-3 font-medium text-muted-foreground text-sm transition-colors",
        "-outline-offset-2 hover:text-foreground data-active:text-foreground",
        className,
      )}
      {...props}
    />
  );
}

export function TabsPanel({ className, ...props }: Part<typeof BaseTabs.Panel>) {
  return <BaseTabs.Panel className={cn("pt-5", className)} {...props} />;
}

"use client";

import { Menu } from "@base-ui/react/menu";
import { Check } from "lucide-react";
import type { ComponentProps } from "react";
import { cn } from "@/lib/cn";

type Part<T extends React.ElementType> = Omit<ComponentProps<T>, "className"> & { className?: string };

const itemClass = cn(
  "flex min-h-8.5 cursor-default select-none items-center gap-2.5 rounded-sm px-2.5 py-1.5 text-foreground text-sm outline-none",
  "data-disabled:opacity-50 data-highlighted:bg-pressed [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-muted-foreground",
);

export const DropdownMenu = Menu.Root;
/** `<DropdownMenuTrigger render={<Button />}>…</DropdownMenuTrigger>` */
export const DropdownMenuTrigger = Menu.Trigger;
export const DropdownMenuRadioGroup = Menu.RadioGroup;

export interface DropdownMenuContentProps extends Part<typeof Menu.Popup> {
  side?: ComponentProps<typeof Menu.Positioner>["side"];
  align?: ComponentProps<typeof Menu.Positioner>["align"];
}

export function DropdownMenuContent({ className, side = "bottom", align = "end", ...props }: DropdownMenuContentProps) {
  return (
    <Menu.Portal>
      <Menu.Positioner side={side} align={align} sideOffset={6} className="z-50 outline-none">
        <Menu.Popup
          className={cn(
            "glass-strong max-h-(--available-height) min-w-48 origin-(--transform-origin) overflow-y-auto rounded-md p-1.5 outline-none",
            "transition-[opacity,scale] duration-100 ease-out-quint data-ending-style:scale-97 data-starting-style:scale-97",
            "data-ending-style:opacity-0 data-starting-style:opacity-0",
            className,
          )}
          {...props}
        />
      </Menu.Positioner>
    </Menu.Portal>
  );
}

export interface DropdownMenuItemProps extends Part<typeof Menu.Item> {
  tone?: "default" | "danger";
}

export function DropdownMenuItem({ className, tone = "default", ...props }: DropdownMenuItemProps) {
  return (
    <Menu.Item
      className={cn(
        itemClass,
        tone === "danger" && "text-danger data-highlighted:bg-danger/15 [&_svg]:text-danger",
        className,
      )}
      {...props}
    />
  );
}

/** An entry that goes somewhere: `<DropdownMenuLinkItem render={<Link href="/settings" />}>Settings</…>`. */
export function DropdownMenuLinkItem({ className, ...props }: Part<typeof Menu.LinkItem>) {
  return <Menu.LinkItem closeOnClick className={cn(itemClass, className)} {...props} />;
}

export function DropdownMenuRadioItem({ className, children, ...props }: Part<typeof Menu.RadioItem>) {
  return (
    <Menu.RadioItem className={cn(itemClass, className)} {...props}>
      {children}
      <Menu.RadioItemIndicator className="ml-auto">
        <Check aria-hidden className="text-primary!" />
      </Menu.RadioItemIndicator>
    </Menu.RadioItem>
  );
}

/** Turns something on or off. The menu stays open. */
export function DropdownMenuCheckboxItem({ className, children, ...props }: Part<typeof Menu.CheckboxItem>) {
  return (
    <Menu.CheckboxItem closeOnClick={false} className={cn(itemClass, className)} {...props}>
      <span className="grid size-4 shrink-0 place-items-center rounded-xs border border-input">
        <Menu.CheckboxItemIndicator>
          <Check aria-hidden className="size-3.5! text-primary!" strokeWidth={3} />
        </Menu.CheckboxItemIndicator>
      </span>
      {children}
    </Menu.CheckboxItem>
  );
}

export function DropdownMenuSeparator({ className, ...props }: Part<typeof Menu.Separator>) {
  return <Menu.Separator className={cn("-mx-1.5 my-1.5 h-px bg-pressed", className)} {...props} />;
}

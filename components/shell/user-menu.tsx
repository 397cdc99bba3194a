"use client";

import { LogOut, Settings, ShieldCheck } from "lucide-react";
import Link from "next/link";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuLinkItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { toast } from "@/components/ui/toast";
import type { Viewer } from "@/lib/identity/schema";
import { initials } from "./initials";
import { signOut } from "./sign-out";

export function UserMenu({ viewer }: { viewer: Pick<Viewer, "name" | "email" | "role"> }) {
  return (
    <DropdownMenu>
      <DropdownMenuTrigger className="grid size-9 place-items-center rounded-full border border-border-strong bg-muted font-medium text-xs transition-colors hover:border-primary">
        <span aria-hidden>{initials(viewer.name)}</span>
        <span className="sr-only">Account of {viewer.name}</span>
      </DropdownMenuTrigger>
      <DropdownMenuContent className="min-w-56">
        <div className="px-2.5 pt-1.5 pb-2">
          <p className="truncate font-medium text-sm">{viewer.name}</p>
          <p className="truncate text-muted-foreground text-xs">{viewer.email}</p>
        </div>
        <DropdownMenuSeparator />
        <DropdownMenuLinkItem render={<Link href="/settings" />}>
          <Settings aria-hidden />
          Settings
        </DropdownMenuLinkItem>
        {viewer.role === "admin" ? (
          <DropdownMenuLinkItem render={<Link href="/admin" />}>
            <ShieldCheck aria-hidden />
            Admin
          </DropdownMenuLinkItem>
        ) : null}
        <DropdownMenuItem
          onClick={() => {
            signOut().catch(() => toast.error("You are still signed in. The server did not answer: try again."));
          }}
        >
          <LogOut aria-hidden />
          Sign out
        </DropdownMenuItem>
      </DropdownMenuContent>
    </DropdownMenu>
  );
}

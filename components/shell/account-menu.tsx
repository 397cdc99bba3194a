"use client";

import { CircleQuestionMark, LogOut, Settings, ShieldCheck } from "lucide-react";
import type { ReactElement } from "react";
import { useText } from "#text";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuLinkItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { Link } from "@/components/ui/link";
import { toast } from "@/components/ui/toast";
import type { Viewer } from "@/lib/identity/schema";
import { signOut } from "./sign-out";

export interface AccountMenuProps {
  viewer: Pick<Viewer, "name" | "email" | "role">;
  trigger: ReactElement;
}

export function AccountMenu({ viewer, trigger }: AccountMenuProps) {
  const t = useText();
  return (
    <DropdownMenu defaultOpen>
      <DropdownMenuTrigger render={trigger} />
      <DropdownMenuContent className="min-w-56">
        <div className="px-2.5 pt-1.5 pb-2">
          <p className="truncate font-medium text-sm">{viewer.name}</p>
          <p className="truncate text-muted-foreground text-xs">{viewer.email}</p>
        </div>
        <DropdownMenuSeparator />
        <DropdownMenuLinkItem render={<Link href="/settings" />}>
          <Settings aria-hidden />
          {t("Settings")}
        </DropdownMenuLinkItem>
        <DropdownMenuLinkItem render={<Link href="/docs" />}>
          <CircleQuestionMark aria-hidden />
          {t("Help")}
        </DropdownMenuLinkItem>
        {viewer.role === "admin" ? (
          <DropdownMenuLinkItem render={<Link href="/admin" />}>
            <ShieldCheck aria-hidden />
            {t("Admin")}
          </DropdownMenuLinkItem>
        ) : null}
        <DropdownMenuItem
          onClick={() => {
            signOut().catch(() => toast.error(t("You are still signed in. The server did not answer: try again.")));
          }}
        >
          <LogOut aria-hidden />
          {t("Sign out")}
        </DropdownMenuItem>
      </DropdownMenuContent>
    </DropdownMenu>
  );
}

"use client";

import { BookmarkPlus, Settings2 } from "lucide-react";
import { type ReactElement, useCallback, useEffect, useState } from "react";
import { useText } from "#text";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { callApi } from "@/lib/api/client";
import type { SavedView } from "@/lib/library/views/schema";
import { ViewsDialog } from "./views-dialog";

export interface ViewsMenuProps {
  /** The query string of what is shown. */
  search: string;
  onView: (search: string) => void;
  trigger: ReactElement;
}

/** The views that somebody has saved: a press shows the library as it was then. */
export function ViewsMenu({ search, onView, trigger }: ViewsMenuProps) {
  const t = useText();
  const [views, setViews] = useState<readonly SavedView[] | null>(null);
  const [isOpen, setOpen] = useState(true);
  const [dialog, setDialog] = useState<"save" | "manage" | null>(null);
  const read = useCallback(
    () =>
      callApi("GET /library/views", {}).then(
        (answer) => setViews(answer.ok ? answer.body.data : []),
        () => setViews([]),
      ),
    [],
  );
  useEffect(() => {
    if (isOpen) void read();
  }, [isOpen, read]);
  return (
    <>
      <DropdownMenu open={isOpen} onOpenChange={setOpen}>
        <DropdownMenuTrigger render={trigger} />
        <DropdownMenuContent className="w-64">
          {views?.map(({ id, name, address }) => (
            <DropdownMenuItem key={id} onClick={() => onView(address)}>
              <span className="truncate">{name}</span>
            </DropdownMenuItem>
          ))}
          {views?.length ? null : (
            <p className="px-2.5 py-2 text-muted-foreground text-sm">
              {views ? t("A saved view keeps search, order and columns under a name.") : t("Loading…")}
            </p>
          )}
          <DropdownMenuSeparator />
          <DropdownMenuItem onClick={() => setDialog("save")}>
            <BookmarkPlus aria-hidden />
            {t("Save this view…")}
          </DropdownMenuItem>
          {views?.length ? (
            <DropdownMenuItem onClick={() => setDialog("manage")}>
              <Settings2 aria-hidden />
              {t("Rename or delete…")}
            </DropdownMenuItem>
          ) : null}
        </DropdownMenuContent>
      </DropdownMenu>
      {dialog ? (
        <ViewsDialog
          kind={dialog}
          search={search}
          views={views ?? []}
          onChanged={read}
          onClose={() => setDialog(null)}
        />
      ) : null}
    </>
  );
}

"use client";

import { Trash2, X } from "lucide-react";
import { useText } from "#text";
import { Rich } from "@/components/language/rich";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { formatCount } from "@/lib/format/count";
import { BULK_ACTIONS, type BulkAction } from "./bulk-actions";

export interface BulkBarProps {
  count: number;
  onStart: (action: BulkAction) => void;
  onDelete: () => void;
  onClear: () => void;
}

/** What can be done with the selection, at the bottom of the list within reach of a thumb. It covers no row. */
export function BulkBar({ count, onStart, onDelete, onClear }: BulkBarProps) {
  const t = useText();
  return (
    <div
      role="toolbar"
      aria-label={t("Selected samples")}
      className="flex h-12 shrink-0 items-center gap-1.5 overflow-x-auto border-primary/40 border-t bg-primary/10 px-2"
    >
      <IconButton label={t("Clear selection")} size="icon-sm" onClick={onClear}>
        <X aria-hidden />
      </IconButton>
      <span className="mr-2 whitespace-nowrap text-sm" aria-live="polite">
        <Rich
          t={t}
          text="<number>{count}</number> selected"
          values={{ count: formatCount(count, t) }}
          parts={{ number: (inner) => <span className="figures font-medium">{inner}</span> }}
        />
      </span>
      {BULK_ACTIONS.map((action) => (
        <Button key={action.id} size="sm" variant="ghost" className="px-2.5" onClick={() => onStart(action)}>
          <action.icon aria-hidden />
          {t(action.label)}
        </Button>
      ))}
      <Button size="sm" variant="danger" onClick={onDelete}>
        <Trash2 aria-hidden />
        {t("Delete")}
      </Button>
    </div>
  );
}

import { RotateCcw, Trash2 } from "lucide-react";
import { useText } from "#text";
import { Rich } from "@/components/language/rich";
import { When } from "@/components/listing/when";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { formatBytes } from "@/lib/format/bytes";
import { formatTimeSpan } from "@/lib/format/time";
import type { TrashedSample } from "@/lib/samples/schema";

export interface TrashRowProps {
  sample: TrashedSample;
  nowMs: number;
  isLocked: boolean;
  onRestore: () => void;
  onPurge: () => void;
}

export function TrashRow({ sample, nowMs, isLocked, onRestore, onPurge }: TrashRowProps) {
  const t = useText();
  const { fileName, folderPath, sizeBytes, deletedAt, goesAt } = sample;
  const left = formatTimeSpan((Date.parse(goesAt) - nowMs) / 1000);
  return (
    <li className="flex items-center gap-4 px-5 py-3">
      <div className="min-w-0 flex-1">
        <p className="truncate font-medium text-sm" title={fileName}>
          {fileName}
        </p>
        <p className="text-muted-foreground text-xs [overflow-wrap:anywhere]">
          {formatBytes(sizeBytes, t)}
          {folderPath ? ` · ${folderPath}` : ""} ·{" "}
          <Rich
            t={t}
            text="deleted {when} · {left} left"
            values={{ when: <When at={deletedAt} nowMs={nowMs} />, left }}
          />
        </p>
      </div>
      <Button size="sm" disabled={isLocked} aria-label={t("Restore {name}", { name: fileName })} onClick={onRestore}>
        <RotateCcw aria-hidden />
        {t("Restore")}
      </Button>
      <IconButton
        label={t("Delete {name} permanently", { name: fileName })}
        size="icon-sm"
        disabled={isLocked}
        onClick={onPurge}
      >
        <Trash2 aria-hidden />
      </IconButton>
    </li>
  );
}

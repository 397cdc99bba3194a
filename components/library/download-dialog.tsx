"use client";

import { Download } from "lucide-react";
import { type ReactNode, useEffect, useId, useState } from "react";
import { useText } from "#text";
import { FormAlert } from "@/components/forms/form-alert";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog, DialogActions } from "@/components/ui/dialog";
import { formatBytes } from "@/lib/format/bytes";
import { msg, type Text } from "@/lib/language/text";
import type { Selection } from "@/lib/library/schema";
import { type DownloadSummary, summaryOf } from "./download-summary";
import { type DownloadWanted, startDownload } from "./start-download";

export interface DownloadDialogProps {
  selection: Selection;
  count: number;
  onDone: () => void;
}

type Kind = DownloadWanted["kind"];

const KINDS: readonly { kind: Kind; label: string; detail: string }[] = [
  {
    kind: "zip",
    label: msg("The files, in a ZIP"),
    detail: msg("With a list of who made them and where they are from."),
  },
  { kind: "csv", label: msg("A table (CSV)"), detail: msg("Every value and tag, for Excel, LibreOffice or Numbers.") },
  { kind: "json", label: msg("A table (JSON)"), detail: msg("The same for programs.") },
];

/** What a selection is downloaded as. Nothing is prepared: the download begins at once, whatever its size. */
export function DownloadDialog({ selection, count, onDone }: DownloadDialogProps) {
  const t = useText();
  const [kind, setKind] = useState<Kind>("zip");
  const [withTags, setWithTags] = useState(false);
  const [isLabelled, setLabelled] = useState(false);
  const [keepFolders, setKeepFolders] = useState(true);
  const { summary, problem } = useSummary(selection);
  const hasFiles = summary === null || (summary.canDownload && summary.files > 0);
  const chosen = hasFiles || kind !== "zip" ? kind : "csv";
  const start = () => {
    startDownload(selection, { kind: chosen, withTags, naming: isLabelled ? "labelled" : "original", keepFolders });
    onDone();
  };
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onDone();
      }}
      title={t.count(count, "Download {count} sample", "Download {count} samples")}
      description={summary ? sizeText(summary, t) : t("Counting the files…")}
    >
      <FormAlert>{problem}</FormAlert>
      <fieldset className="mt-1 flex flex-col gap-1">
        <legend className="sr-only">{t("What to download")}</legend>
        {KINDS.map((option) => (
          <KindChoice
            key={option.kind}
            {...option}
            label={t(option.label)}
            detail={t(option.detail)}
            isChosen={chosen === option.kind}
            isDisabled={option.kind === "zip" && !hasFiles}
            onChoose={() => setKind(option.kind)}
          />
        ))}
      </fieldset>
      {chosen === "zip" ? (
        <fieldset className="mt-4 flex flex-col gap-3 border-t pt-4">
          <legend className="sr-only">{t("How the files are")}</legend>
          {summary?.canTag === false ? null : (
            <Option checked={withTags} onChange={setWithTags} label={t("Write tempo and key into the files’ tags")}>
              {t("Into the copies that you get. The sound is untouched, and your originals stay as they are.")}
            </Option>
          )}
          <Option checked={isLabelled} onChange={setLabelled} label={t("Add tempo and key to the names")}>
            {t("Like “Name_124bpm_F#m.wav”.")}
          </Option>
          <Option checked={keepFolders} onChange={setKeepFolders} label={t("Keep the folders")} />
        </fieldset>
      ) : null}
      <DialogActions>
        <Button onClick={onDone}>{t("Cancel")}</Button>
        <Button variant="primary" onClick={start}>
          <Download aria-hidden />
          {t("Download")}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function useSummary(selection: Selection) {
  const t = useText();
  const [found, setFound] = useState<{ summary: DownloadSummary | null; problem: string | null }>({
    summary: null,
    problem: null,
  });
  useEffect(() => {
    const controller = new AbortController();
    summaryOf(selection, controller.signal, t).then(setFound, () => {});
    return () => controller.abort();
  }, [selection, t]);
  return found;
}

function sizeText({ samples, files, bytes, canDownload }: DownloadSummary, t: Text): string {
  if (!canDownload) return t("Downloading of files is switched off here. Tables are not.");
  if (files === 0) return t("None of them has a file.");
  const missing = samples - files;
  const there = t.count(files, "{count} file, {size}.", "{count} files, {size}.", { size: formatBytes(bytes, t) });
  return missing > 0 ? `${there} ${t("{count} without a file.", { count: missing })}` : there;
}

interface KindChoiceProps {
  label: string;
  detail: string;
  isChosen: boolean;
  isDisabled: boolean;
  onChoose: () => void;
}

function KindChoice({ label, detail, isChosen, isDisabled, onChoose }: KindChoiceProps) {
  const detailId = useId();
  return (
    <label className="flex cursor-pointer items-start gap-3 rounded-md px-2 py-2 hover:bg-muted has-disabled:cursor-default has-disabled:opacity-50">
      <input
        type="radio"
        name="download-kind"
        className="mt-1 size-4 accent-primary"
        checked={isChosen}
        disabled={isDisabled}
        onChange={onChoose}
        aria-describedby={detailId}
      />
      <span>
        <span className="block font-medium text-sm">{label}</span>
        <span id={detailId} className="block text-muted-foreground text-xs">
          {detail}
        </span>
      </span>
    </label>
  );
}

interface OptionProps {
  checked: boolean;
  onChange: (checked: boolean) => void;
  label: string;
  children?: ReactNode;
}

function Option({ checked, onChange, label, children }: OptionProps) {
  const detailId = useId();
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: Base UI's checkbox is a button with a hidden input.
    <label className="flex cursor-pointer items-start gap-3 px-2">
      <Checkbox
        className="mt-0.5"
        checked={checked}
        onCheckedChange={onChange}
        aria-describedby={children ? detailId : undefined}
      />
      <span>
        <span className="block text-sm">{label}</span>
        {children ? (
          <span id={detailId} className="block text-muted-foreground text-xs">
            {children}
          </span>
        ) : null}
      </span>
    </label>
  );
}

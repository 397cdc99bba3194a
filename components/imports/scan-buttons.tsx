"use client";

import { Pause, Play, RefreshCw, X } from "lucide-react";
import { useText } from "#text";
import { Button } from "@/components/ui/button";
import { callApi } from "@/lib/api/client";
import type { ImportFolder, ScanState } from "@/lib/imports/schema";
import { useImportCall } from "./use-import-call";

const GOING: readonly ScanState["status"][] = ["waiting", "running"];
const OVER: readonly ScanState["status"][] = ["completed", "cancelled"];

export interface ScanButtonsProps {
  folder: ImportFolder;
  /** False if nothing can be begun now: only ended. */
  mayScan: boolean;
}

/** Pauses, resumes, ends or begins the scan of a folder. */
export function ScanButtons({ folder: { id, name, scan }, mayScan }: ScanButtonsProps) {
  const t = useText();
  const { pending, run } = useImportCall();
  const params = { id };
  const isOver = !scan || OVER.includes(scan.status);
  const common = { size: "sm", disabled: pending !== null } as const;
  if (isOver) {
    return mayScan ? (
      <Button
        {...common}
        aria-label={t("Scan again: {name}", { name })}
        onClick={() => void run("scan", () => callApi("POST /imports/:id/scan", { params }))}
      >
        <RefreshCw aria-hidden />
        {t("Scan again")}
      </Button>
    ) : null;
  }
  return (
    <>
      {GOING.includes(scan.status) ? (
        <Button
          {...common}
          aria-label={t("Pause {name}", { name })}
          onClick={() => void run("pause", () => callApi("POST /imports/:id/pause", { params }))}
        >
          <Pause aria-hidden />
          {t("[work] Pause")}
        </Button>
      ) : mayScan ? (
        <Button
          {...common}
          aria-label={t("Resume {name}", { name })}
          onClick={() => void run("resume", () => callApi("POST /imports/:id/resume", { params }))}
        >
          <Play aria-hidden />
          {t("Resume")}
        </Button>
      ) : null}
      <Button
        {...common}
        variant="ghost"
        aria-label={t("Cancel the import of {name}", { name })}
        onClick={() => void run("cancel", () => callApi("POST /imports/:id/cancel", { params }))}
      >
        <X aria-hidden />
        {t("Cancel")}
      </Button>
    </>
  );
}

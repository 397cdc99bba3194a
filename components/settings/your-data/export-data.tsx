"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useRefreshWhile } from "@/components/live/use-refresh-while";
import { SettingRow } from "@/components/settings/security/setting-row";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Progress } from "@/components/ui/progress";
import { toast } from "@/components/ui/toast";
import { formatBytes } from "@/lib/format/bytes";
import { formatRelativeTime, formatTimeSpan } from "@/lib/format/time";
import { openExportAction, requestExportAction } from "@/lib/privacy/actions";
import type { DataExport } from "@/lib/privacy/schema";
import { PasswordConfirmation } from "./password-confirmation";

const ASK_AGAIN_MS = 4_000;

interface ExportDataProps {
  latest: DataExport | null;
  hasPassword: boolean;
  nowMs: number;
}

export function ExportData({ latest, hasPassword, nowMs }: ExportDataProps) {
  const [step, setStep] = useState<"rest" | "request" | "download">("rest");
  const router = useRouter();
  const isUnderWay = latest?.status === "requested";
  useRefreshWhile(isUnderWay, ASK_AGAIN_MS);
  const rest = () => setStep("rest");
  return (
    <SettingRow
      title="Export"
      badge={<ExportBadge status={latest?.status} />}
      description={<ExportText latest={latest} hasPassword={hasPassword} nowMs={nowMs} />}
      action={step === "rest" && !isUnderWay && hasPassword ? <Actions latest={latest} onChoose={setStep} /> : null}
    >
      {isUnderWay ? <Progress value={null} label="Your export is being put together" className="max-w-sm" /> : null}
      {step === "request" ? (
        <PasswordConfirmation
          label="Start the export"
          variant="primary"
          send={requestExportAction}
          onDone={() => {
            toast.success("Your export is being put together. You can leave this page.");
            rest();
            router.refresh();
          }}
          onCancel={rest}
        />
      ) : null}
      {step === "download" ? (
        <PasswordConfirmation
          label="Download"
          variant="primary"
          send={openExportAction}
          onDone={({ url }) => {
            rest();
            window.location.assign(url);
          }}
          onCancel={rest}
        />
      ) : null}
    </SettingRow>
  );
}

function ExportBadge({ status }: { status: DataExport["status"] | undefined }) {
  if (status === "requested") return <Badge tone="accent">Being made</Badge>;
  if (status === "ready") return <Badge tone="success">Ready</Badge>;
  return status === "failed" ? <Badge tone="danger">Failed</Badge> : null;
}

function ExportText({ latest, hasPassword, nowMs }: ExportDataProps) {
  const contents =
    "Your originals in their folders, what was found in them as JSON and CSV, and your profile, devices, keys and history, as one ZIP file.";
  if (!hasPassword) return `${contents} It asks for your password, and you have none yet: set one above first.`;
  if (latest?.status === "requested")
    return "Your files are being put together. This may take a while for a large library.";
  if (latest?.status === "failed") return "The last export could not be made. Nothing was lost: try again.";
  if (latest?.status === "ready" && latest.expiresAt) {
    const left = formatTimeSpan((Date.parse(latest.expiresAt) - nowMs) / 1000);
    const size = formatBytes(latest.sizeBytes ?? 0);
    return `${size}, asked for ${formatRelativeTime(latest.requestedAt, nowMs)}. It can be downloaded for another ${left}.`;
  }
  return contents;
}

function Actions({
  latest,
  onChoose,
}: {
  latest: DataExport | null;
  onChoose: (step: "request" | "download") => void;
}) {
  const isReady = latest?.status === "ready";
  return (
    <>
      {isReady ? (
        <Button size="sm" variant="primary" onClick={() => onChoose("download")}>
          Download
        </Button>
      ) : null}
      <Button size="sm" onClick={() => onChoose("request")}>
        {isReady ? "Make a new one" : "Export my data"}
      </Button>
    </>
  );
}

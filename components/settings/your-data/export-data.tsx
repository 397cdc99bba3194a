"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useText } from "#text";
import { PasswordForm } from "@/components/forms/password-form";
import { useRefreshWhile } from "@/components/live/use-refresh-while";
import { EXPORT_REFUSALS } from "@/components/settings/refusal-text";
import { SettingRow } from "@/components/settings/setting-row";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Progress } from "@/components/ui/progress";
import { toast } from "@/components/ui/toast";
import { formatBytes } from "@/lib/format/bytes";
import { formatRelativeTime, formatTimeSpan } from "@/lib/format/time";
import { msg } from "@/lib/language/text";
import { openExportAction, requestExportAction } from "@/lib/privacy/actions";
import type { DataExport } from "@/lib/privacy/schema";

const ASK_AGAIN_MS = 4_000;

type Step = "rest" | "request" | "download";

interface ExportDataProps {
  latest: DataExport | null;
  hasPassword: boolean;
  nowMs: number;
}

export function ExportData({ latest, hasPassword, nowMs }: ExportDataProps) {
  const t = useText();
  const [step, setStep] = useState<Step>("rest");
  const isUnderWay = latest?.status === "requested";
  useRefreshWhile(isUnderWay, ASK_AGAIN_MS);
  return (
    <SettingRow
      title={t("Export")}
      badge={<ExportBadge status={latest?.status} />}
      description={<ExportText latest={latest} hasPassword={hasPassword} nowMs={nowMs} />}
      action={step === "rest" && !isUnderWay && hasPassword ? <Actions latest={latest} onChoose={setStep} /> : null}
    >
      {isUnderWay ? <Progress value={null} label={t("Your export is being prepared")} className="max-w-sm" /> : null}
      <CurrentStep step={step} onRest={() => setStep("rest")} />
    </SettingRow>
  );
}

function CurrentStep({ step, onRest }: { step: Step; onRest: () => void }) {
  const t = useText();
  const router = useRouter();
  const requested = () => {
    toast.success(t("Your export is being prepared. You can leave this page."));
    onRest();
    router.refresh();
  };
  const opened = ({ url }: { url: string }) => {
    onRest();
    window.location.assign(url);
  };
  if (step === "rest") return null;
  return step === "request" ? (
    <PasswordForm
      label={t("Start the export")}
      texts={EXPORT_REFUSALS}
      send={requestExportAction}
      onDone={requested}
      onCancel={onRest}
    />
  ) : (
    <PasswordForm
      label={t("[verb] Download")}
      texts={EXPORT_REFUSALS}
      send={openExportAction}
      onDone={opened}
      onCancel={onRest}
    />
  );
}

function ExportBadge({ status }: { status: DataExport["status"] | undefined }) {
  const t = useText();
  if (status === "requested") return <Badge tone="accent">{t("In progress")}</Badge>;
  if (status === "ready") return <Badge tone="success">{t("Ready")}</Badge>;
  return status === "failed" ? <Badge tone="danger">{t("Failed")}</Badge> : null;
}

const CONTENTS = msg(
  "One ZIP file with your original files in their folders, all analysis results as JSON and CSV, and your profile, devices, API keys and history.",
);

function ExportText({ latest, hasPassword, nowMs }: ExportDataProps) {
  const t = useText();
  if (!hasPassword) return `${t(CONTENTS)} ${t("This requires a password: set one above first.")}`;
  if (latest?.status === "requested") {
    return t("Your export is being prepared. This may take a while for a large library.");
  }
  if (latest?.status === "failed") return t("The last export failed. Your data is safe: try again.");
  if (latest?.status === "ready" && latest.expiresAt) {
    const left = formatTimeSpan((Date.parse(latest.expiresAt) - nowMs) / 1000);
    const size = formatBytes(latest.sizeBytes ?? 0, t);
    const when = formatRelativeTime(latest.requestedAt, nowMs, t);
    return t("{size}, requested {when}. You can download it for another {left}.", { size, when, left });
  }
  return t(CONTENTS);
}

interface ActionsProps {
  latest: DataExport | null;
  onChoose: (step: "request" | "download") => void;
}

function Actions({ latest, onChoose }: ActionsProps) {
  const t = useText();
  const isReady = latest?.status === "ready";
  return (
    <>
      {isReady ? (
        <Button size="sm" variant="primary" onClick={() => onChoose("download")}>
          {t("[verb] Download")}
        </Button>
      ) : null}
      <Button size="sm" onClick={() => onChoose("request")}>
        {isReady ? t("Create a new export") : t("Export my data")}
      </Button>
    </>
  );
}

"use client";

import { Ban, CheckCheck, CircleAlert, CircleCheck, FileMusic, type LucideIcon, RotateCcw, X } from "lucide-react";
import { type ReactNode, useSyncExternalStore } from "react";
import { useText } from "#text";
import { Rich } from "@/components/language/rich";
import { BpmValue, KeyValue, LoudnessValue } from "@/components/samples/row-values";
import { StatusBadge } from "@/components/samples/status-badge";
import { IconButton } from "@/components/ui/icon-button";
import { Link } from "@/components/ui/link";
import { Progress } from "@/components/ui/progress";
import { cn } from "@/lib/cn";
import { formatBytes } from "@/lib/format/bytes";
import { canCancel, canRetry, type UploadItem, type UploadPhase } from "./upload-item";
import type { UploadSession } from "./upload-session";
import { refusalText } from "./used-up-quota";

const PHASE_ICONS: Partial<Record<UploadPhase, LucideIcon>> = { cancelled: Ban, known: CheckCheck };

const percent = (part: number, whole: number) => (whole === 0 ? 0 : Math.floor((part / whole) * 100));

/** One file. It reads only its own item, so that progress renders one row. */
export function UploadRow({ id, session }: { id: number; session: UploadSession }) {
  const t = useText();
  const item = useSyncExternalStore(session.store.subscribe, () => session.store.item(id));
  if (!item) return null;
  return (
    <div className="flex min-h-16 items-center gap-3 px-4 py-2.5 sm:gap-4 sm:px-5">
      <RowIcon item={item} />
      <div className="grid min-w-0 flex-1 items-center gap-x-6 gap-y-1 sm:grid-cols-[minmax(0,1fr)_minmax(13rem,22rem)]">
        <div className="min-w-0">
          <RowName item={item} />
          <p className="truncate text-muted-foreground text-xs">
            <span className="figures">{formatBytes(item.sizeBytes, t)}</span>
            {item.folderPath ? <span title={item.folderPath}> · {item.folderPath}</span> : null}
          </p>
        </div>
        <RowState item={item} />
      </div>
      <div className="flex w-8 shrink-0 justify-end">
        {canCancel(item) ? (
          <IconButton
            label={t("Cancel {name}", { name: item.fileName })}
            size="icon-sm"
            onClick={() => session.runner.cancel(id)}
          >
            <X aria-hidden />
          </IconButton>
        ) : null}
        {canRetry(item) ? (
          <IconButton
            label={t("Retry {name}", { name: item.fileName })}
            size="icon-sm"
            onClick={() => session.runner.retry(id)}
          >
            <RotateCcw aria-hidden />
          </IconButton>
        ) : null}
      </div>
    </div>
  );
}

function RowIcon({ item }: { item: UploadItem }) {
  const isBad = item.phase === "failed" || item.phase === "refused" || item.row?.status === "failed";
  const isDone = item.phase === "sent" && item.row?.status === "completed";
  const Icon = isBad ? CircleAlert : isDone ? CircleCheck : (PHASE_ICONS[item.phase] ?? FileMusic);
  const colour = isBad ? "text-danger" : isDone ? "text-success" : "text-muted-foreground";
  return <Icon aria-hidden className={cn("hidden size-5 shrink-0 sm:block", colour)} />;
}

function RowName({ item }: { item: UploadItem }) {
  const target = item.phase === "sent" ? item.sampleId : (item.knownAs?.sampleId ?? null);
  if (!target) {
    return (
      <p className="truncate font-medium text-sm" title={item.fileName}>
        {item.fileName}
      </p>
    );
  }
  return (
    <Link
      href={`/samples/${target}`}
      title={item.fileName}
      className="block truncate font-medium text-sm underline-offset-4 hover:text-primary hover:underline"
    >
      {item.fileName}
    </Link>
  );
}

function RowState({ item }: { item: UploadItem }) {
  const t = useText();
  switch (item.phase) {
    case "waiting":
    case "ready":
      return (
        <Note>
          {item.sentBytes > 0
            ? t("Waiting, {percent}% uploaded", { percent: percent(item.sentBytes, item.sizeBytes) })
            : t("Waiting")}
        </Note>
      );
    case "hashing":
      return (
        <Bar
          item={item}
          text={t("Reading")}
          label={t("Reading {name}", { name: item.fileName })}
          part={item.hashedBytes}
        />
      );
    case "checking":
      return <Note>{t("Checking your library…")}</Note>;
    case "uploading":
      return (
        <Bar
          item={item}
          text={t("Uploading")}
          label={t("Uploading {name}", { name: item.fileName })}
          part={item.sentBytes}
        />
      );
    case "finishing":
      return <Note>{t("Storing…")}</Note>;
    case "known":
      return <KnownState item={item} />;
    case "cancelled":
      return <Note>{t("Cancelled")}</Note>;
    case "failed":
    case "refused":
      return <Note tone="danger">{refusalText(item, t)}</Note>;
    case "sent":
      return <SentState item={item} />;
  }
}

function Note({ children, tone }: { children: ReactNode; tone?: "danger" | "warning" }) {
  return (
    <p
      className={cn(
        "text-sm",
        tone === "danger" ? "text-danger" : tone === "warning" ? "text-warning" : "text-muted-foreground",
      )}
    >
      {children}
    </p>
  );
}

interface BarProps {
  item: UploadItem;
  text: string;
  /** The same with the name of the file. */
  label: string;
  part: number;
}

function Bar({ item, text, label, part }: BarProps) {
  const t = useText();
  const value = percent(part, item.sizeBytes);
  return (
    <div>
      <div className="mb-1.5 flex justify-between gap-3 text-muted-foreground text-xs">
        <span>{text}</span>
        <span className="figures">{t("{percent}%", { percent: value })}</span>
      </div>
      <Progress value={value} label={label} />
      {item.message ? (
        <p className="mt-1 text-warning text-xs">{t("{problem} Trying again.", { problem: t(item.message) })}</p>
      ) : null}
    </div>
  );
}

function KnownState({ item }: { item: UploadItem }) {
  const t = useText();
  if (!item.knownAs?.sampleId) return <Note>{t("Duplicate of {name}", { name: item.knownAs?.fileName ?? "" })}</Note>;
  const address = `/samples/${item.knownAs.sampleId}`;
  const isSameName = item.knownAs.fileName === item.fileName;
  return (
    <p className="text-sm">
      <Rich
        t={t}
        text={
          isSameName
            ? "<link>Already in your library</link>"
            : "<link>Already in your library</link><other> as {name}</other>"
        }
        values={{ name: item.knownAs.fileName }}
        parts={{
          link: (inner) => (
            <Link href={address} className="text-primary underline underline-offset-4">
              {inner}
            </Link>
          ),
          other: (inner) => <span className="text-muted-foreground">{inner}</span>,
        }}
      />
    </p>
  );
}

function SentState({ item }: { item: UploadItem }) {
  const t = useText();
  const { row } = item;
  if (row?.status === "failed")
    return <Note tone="danger">{row.failure ? t(row.failure.message) : t("This file could not be analysed.")}</Note>;
  if (row?.status !== "completed")
    return <StatusBadge status={row?.status ?? "uploaded"} className="justify-self-start" />;
  return (
    <div className="flex flex-wrap items-baseline gap-x-4 gap-y-0.5 text-sm sm:grid sm:grid-cols-[5.5rem_minmax(0,1fr)_6.5rem]">
      <span className="sr-only">{t("Analysed:")}</span>
      <span>
        {row.bpm === null ? <Lack>{t("no tempo")}</Lack> : <Measure unit="BPM" value={<BpmValue row={row} />} />}
      </span>
      <span>{row.keyTonic === null && row.note === null ? <Lack>{t("no key")}</Lack> : <KeyValue row={row} />}</span>
      <span>
        {row.integratedLufs === null && row.ungatedLufs === null ? (
          <Lack>{t("no loudness")}</Lack>
        ) : (
          <Measure unit="LUFS" value={<LoudnessValue row={row} />} />
        )}
      </span>
    </div>
  );
}

function Measure({ value, unit }: { value: ReactNode; unit: string }) {
  return (
    <>
      {value} <span className="text-muted-foreground text-xs">{unit}</span>
    </>
  );
}

const Lack = ({ children }: { children: ReactNode }) => <span className="text-muted-foreground">{children}</span>;

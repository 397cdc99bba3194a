import type { Text } from "@/lib/language/text";
import type { UploadSummary } from "./upload-item";
import type { UploadSnapshot } from "./upload-store";

/** The batch in two lines: what is happening, and the results so far. */
export function overviewText(
  { summary, pause, isCollecting }: UploadSnapshot,
  t: Text,
): { title: string; detail: string } {
  const { byPhase, remaining } = summary;
  const details = [
    summary.analysing > 0 && t("{count} being analysed", { count: summary.analysing }),
    summary.analysed > 0 && t("{count} analysed", { count: summary.analysed }),
    byPhase.known > summary.repeated &&
      t("{count} already in your library", { count: byPhase.known - summary.repeated }),
    summary.repeated > 0 && t.count(summary.repeated, "{count} duplicate", "{count} duplicates"),
    byPhase.failed + byPhase.refused > 0 && t("{count} not uploaded", { count: byPhase.failed + byPhase.refused }),
    summary.analysisFailed > 0 && t("{count} could not be analysed", { count: summary.analysisFailed }),
    byPhase.cancelled > 0 && t("{count} cancelled", { count: byPhase.cancelled }),
  ].filter((detail) => detail !== false);
  const detail = details.join(" · ");
  if (pause === "signed_out") {
    return {
      title: t("Paused: you are signed out"),
      detail: t("Sign in again in another tab, then resume. Nothing is lost."),
    };
  }
  if (pause === "asked") {
    return { title: t.count(remaining, "Paused, {count} file left", "Paused, {count} files left"), detail };
  }
  if (isCollecting) {
    const title = t.count(summary.total, "Reading folders, {count} file found", "Reading folders, {count} files found");
    return { title, detail };
  }
  if (remaining > 0) {
    const title = t.count(remaining, "Uploading {count} file", "Uploading {count} files");
    return { title, detail: detail || t("You can keep working in the meantime.") };
  }
  return { title: endTitle(summary, t), detail };
}

function endTitle({ total, byPhase, analysing }: UploadSummary, t: Text): string {
  if (analysing > 0) {
    return t.count(
      analysing,
      "Upload finished, {count} file being analysed",
      "Upload finished, {count} files being analysed",
    );
  }
  if (byPhase.sent > 0) return t.count(byPhase.sent, "Done: {count} file uploaded", "Done: {count} files uploaded");
  if (total === 0) return t("Nothing to upload");
  return byPhase.known === total ? t("Already uploaded") : t("Nothing uploaded");
}

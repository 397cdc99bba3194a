import { counted, formatCount } from "@/lib/format/count";
import type { UploadSummary } from "./upload-item";
import type { UploadSnapshot } from "./upload-store";

const files = (value: number) => counted(value, "file");

/** The batch in two lines: what is happening, and the results so far. */
export function overviewText({ summary, pause, isCollecting }: UploadSnapshot): { title: string; detail: string } {
  const { byPhase, remaining } = summary;
  const details = [
    summary.analysing > 0 && `${formatCount(summary.analysing)} being analysed`,
    summary.analysed > 0 && `${formatCount(summary.analysed)} analysed`,
    byPhase.known > summary.repeated && `${formatCount(byPhase.known - summary.repeated)} already in your library`,
    summary.repeated > 0 && counted(summary.repeated, "duplicate"),
    byPhase.failed + byPhase.refused > 0 && `${formatCount(byPhase.failed + byPhase.refused)} not uploaded`,
    summary.analysisFailed > 0 && `${formatCount(summary.analysisFailed)} could not be analysed`,
    byPhase.cancelled > 0 && `${formatCount(byPhase.cancelled)} cancelled`,
  ].filter((detail) => detail !== false);
  const detail = details.join(" · ");
  if (pause === "signed_out") {
    return {
      title: "Paused: you are signed out",
      detail: "Sign in again in another tab, then resume. Nothing is lost.",
    };
  }
  if (pause === "asked") return { title: `Paused, ${files(remaining)} left`, detail };
  if (isCollecting) return { title: `Reading folders, ${files(summary.total)} found`, detail };
  if (remaining > 0)
    return { title: `Uploading ${files(remaining)}`, detail: detail || "You can keep working in the meantime." };
  if (summary.analysing > 0) return { title: `Upload finished, ${files(summary.analysing)} being analysed`, detail };
  return { title: endTitle(summary), detail };
}

function endTitle({ total, byPhase }: UploadSummary): string {
  if (byPhase.sent > 0) return `Done: ${files(byPhase.sent)} uploaded`;
  if (total === 0) return "Nothing to upload";
  return byPhase.known === total ? "Already uploaded" : "Nothing uploaded";
}

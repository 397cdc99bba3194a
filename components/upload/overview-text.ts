import type { UploadSummary } from "./upload-item";
import type { UploadSnapshot } from "./upload-store";

const count = (value: number) => value.toLocaleString("en");
const duplicates = (value: number) => (value === 1 ? "1 duplicate" : `${count(value)} duplicates`);
const files = (value: number) => (value === 1 ? "1 file" : `${count(value)} files`);

/** The batch in two lines: what is happening, and the results so far. */
export function overviewText({ summary, pause, isCollecting }: UploadSnapshot): { title: string; detail: string } {
  const { byPhase, remaining } = summary;
  const details = [
    summary.analysing > 0 && `${count(summary.analysing)} being analysed`,
    summary.analysed > 0 && `${count(summary.analysed)} analysed`,
    byPhase.known > summary.repeated && `${count(byPhase.known - summary.repeated)} already in your library`,
    summary.repeated > 0 && duplicates(summary.repeated),
    byPhase.failed + byPhase.refused > 0 && `${count(byPhase.failed + byPhase.refused)} not uploaded`,
    summary.analysisFailed > 0 && `${count(summary.analysisFailed)} could not be analysed`,
    byPhase.cancelled > 0 && `${count(byPhase.cancelled)} cancelled`,
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

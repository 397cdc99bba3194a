import type { UploadSnapshot } from "./upload-store";

const count = (value: number) => value.toLocaleString("en");
const files = (value: number) => (value === 1 ? "1 file" : `${count(value)} files`);

/** The batch in two lines: what is going on, and what has come of it so far. */
export function overviewText({ summary, pause, isCollecting }: UploadSnapshot): { title: string; detail: string } {
  const { byPhase, remaining } = summary;
  const details = [
    summary.analysing > 0 && `${count(summary.analysing)} being analysed`,
    summary.analysed > 0 && `${count(summary.analysed)} analysed`,
    byPhase.known > summary.repeated && `${count(byPhase.known - summary.repeated)} already in your library`,
    summary.repeated > 0 && `${count(summary.repeated)} there twice`,
    byPhase.failed + byPhase.refused > 0 && `${count(byPhase.failed + byPhase.refused)} not sent`,
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
  if (pause === "asked") return { title: `Paused, ${files(remaining)} to go`, detail };
  if (isCollecting) return { title: `Looking through folders, ${files(summary.total)} so far`, detail };
  if (remaining > 0)
    return { title: `Sending ${files(remaining)}`, detail: detail || "You can go on working meanwhile." };
  if (summary.analysing > 0) return { title: `All sent, ${files(summary.analysing)} being analysed`, detail };
  return { title: byPhase.sent > 0 ? `Done: ${files(byPhase.sent)} uploaded` : "Nothing left to send", detail };
}

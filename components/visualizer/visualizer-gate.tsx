import { EyeOff } from "lucide-react";
import type { ReactNode } from "react";
import { useText } from "#text";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";

export interface VisualizerGateProps {
  sampleId: string;
  fileName: string;
  isOn: boolean;
  /** Whether there is anything to draw from. */
  isAnalyzed: boolean;
  children?: ReactNode;
}

/** The visualizer, or why there is none. */
export function VisualizerGate({ sampleId, fileName, isOn, isAnalyzed, children }: VisualizerGateProps) {
  const t = useText();
  if (isOn && isAnalyzed) return children;
  return (
    <>
      <PageHeader title={fileName} />
      <div className="glass rounded-lg">
        <EmptyState
          icon={EyeOff}
          title={isOn ? t("Not analysed yet") : t("The visualizer is turned off")}
          description={
            isOn
              ? t("Pictures are drawn from the analysis of a sample, and this one has none yet.")
              : t("Somebody who runs this server has turned animated pictures off.")
          }
          action={
            <ButtonLink href={`/samples/${sampleId}`} variant="primary">
              {t("Open the sample")}
            </ButtonLink>
          }
        />
      </div>
    </>
  );
}

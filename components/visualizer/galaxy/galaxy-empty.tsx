import { Orbit, TriangleAlert, Upload } from "lucide-react";
import { useText } from "#text";
import { TrySounds } from "@/components/onboarding/try-sounds";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { helpAddress } from "@/lib/help/addresses";

/** No sample has a place: because there is none, or none is ready. */
export function EmptyGalaxy({ missing }: { missing: number }) {
  const t = useText();
  return (
    <div className="glass rounded-lg">
      <EmptyState
        icon={Orbit}
        help={helpAddress("visualizer", "galaxy")}
        title={missing > 0 ? t("No sound has a place yet") : t("A galaxy of your own")}
        description={
          missing > 0
            ? t.count(
                missing,
                "{count} sample is still analysed or laid out. This page shows them as soon as they have a place.",
                "{count} samples are still analysed or laid out. This page shows them as soon as they have a place.",
              )
            : t("Upload samples, and each becomes a point here: what sounds alike is near each other.")
        }
        action={
          missing > 0 ? (
            <ButtonLink href="/library">{t("Go to the library")}</ButtonLink>
          ) : (
            <>
              <ButtonLink href="/upload" variant="primary">
                <Upload aria-hidden />
                {t("Upload audio")}
              </ButtonLink>
              <TrySounds />
            </>
          )
        }
      />
    </div>
  );
}

export function GalaxyFailure({ onRetry }: { onRetry: () => void }) {
  const t = useText();
  return (
    <div className="glass rounded-lg" role="alert">
      <EmptyState
        icon={TriangleAlert}
        title={t("The galaxy could not be read")}
        description={t("The server did not answer. Your library is safe.")}
        action={
          <Button variant="primary" onClick={onRetry}>
            {t("Try again")}
          </Button>
        }
      />
    </div>
  );
}

import { Orbit, TriangleAlert, Upload } from "lucide-react";
import { TrySounds } from "@/components/onboarding/try-sounds";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { counted } from "@/lib/format/count";
import { helpAddress } from "@/lib/help/addresses";

/** No sample has a place: because there is none, or none is ready. */
export function EmptyGalaxy({ missing }: { missing: number }) {
  return (
    <div className="glass rounded-lg">
      <EmptyState
        icon={Orbit}
        help={helpAddress("visualizer", "galaxy")}
        title={missing > 0 ? "No sound has a place yet" : "A galaxy of your own"}
        description={
          missing > 0
            ? `${counted(missing, "sample")} ${missing === 1 ? "is" : "are"} still analysed or laid out. This page shows them as soon as they have a place.`
            : "Upload samples, and each becomes a point here: what sounds alike is near each other."
        }
        action={
          missing > 0 ? (
            <ButtonLink href="/library">Go to the library</ButtonLink>
          ) : (
            <>
              <ButtonLink href="/upload" variant="primary">
                <Upload aria-hidden />
                Upload audio
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
  return (
    <div className="glass rounded-lg" role="alert">
      <EmptyState
        icon={TriangleAlert}
        title="The galaxy could not be read"
        description="The server did not answer. Your library is safe."
        action={
          <Button variant="primary" onClick={onRetry}>
            Try again
          </Button>
        }
      />
    </div>
  );
}

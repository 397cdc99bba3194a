import { type ReactNode, Suspense } from "react";
import { StudioKeys } from "@/components/keys/studio-keys";
import { StudioTexts } from "@/components/language/text-provider";
import { LiveEventsProvider } from "@/components/live/live-events-provider";
import { LiveIndicator } from "@/components/live/live-indicator";
import { NoticesLink } from "@/components/notices/notices-link";
import { NowPlaying } from "@/components/player/now-playing";
import { DeletionNotice } from "@/components/settings/your-data/deletion-notice";
import { Frame } from "@/components/shell/frame";
import { UserMenu } from "@/components/shell/user-menu";
import { Skeleton } from "@/components/ui/skeleton";
import { UploadAnywhere } from "@/components/upload/upload-anywhere";
import { UploadIndicator } from "@/components/upload/upload-indicator";
import { BelowOverlay } from "@/components/visualizer/overlay/below-overlay";
import { OverlayButton } from "@/components/visualizer/overlay/overlay-button";
import { OverlayGate } from "@/components/visualizer/overlay/overlay-gate";
import { PictureCanvas } from "@/components/visualizer/picture-canvas";
import { loadMayBatch } from "@/lib/batches/loaders";
import { loadFlag } from "@/lib/flags/loaders";
import { requireViewer } from "@/lib/identity/loaders";
import { loadUnread } from "@/lib/notices/loaders";
import { loadDeletionTime } from "@/lib/privacy/loaders";

export default function StudioLayout({ children }: { children: ReactNode }) {
  const account = (
    <Suspense fallback={<Skeleton className="size-9 rounded-full" />}>
      <Account />
    </Suspense>
  );
  const end = (
    <>
      <UploadIndicator />
      <Suspense fallback={<Skeleton className="size-9 rounded-full" />}>
        <Unread />
      </Suspense>
      {account}
    </>
  );
  const playing = (
    <NowPlaying>
      <OverlayButton />
    </NowPlaying>
  );
  return (
    <StudioTexts>
      <LiveEventsProvider>
        <PictureCanvas />
        <BelowOverlay>
          <Frame area="studio" sidebarEnd={<LiveIndicator />} playing={playing} account={end}>
            <Suspense>
              <Leaving />
            </Suspense>
            {children}
          </Frame>
        </BelowOverlay>
        <StudioKeys />
        <Suspense>
          <Dropping />
        </Suspense>
        <Suspense>
          <Seeing />
        </Suspense>
      </LiveEventsProvider>
    </StudioTexts>
  );
}

async function Seeing() {
  return (await loadFlag("visualizer")) ? <OverlayGate /> : null;
}

async function Dropping() {
  const [takesFolders, makesBatches] = await Promise.all([loadFlag("folder-upload"), loadMayBatch()]);
  return <UploadAnywhere rules={{ takesFolders, makesBatches }} />;
}

async function Unread() {
  return <NoticesLink unread={await loadUnread()} />;
}

async function Account() {
  const { name, email, role } = await requireViewer();
  return <UserMenu viewer={{ name, email, role }} />;
}

async function Leaving() {
  const goesAt = await loadDeletionTime();
  return goesAt ? <DeletionNotice goesAt={goesAt} /> : null;
}

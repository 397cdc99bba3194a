import { Suspense } from "react";
import { FirstAccountNote, WhereToBegin } from "@/components/auth/first-account-note";
import { Audience } from "@/components/landing/audience";
import { Measures } from "@/components/landing/measures";
import { SignalPanel } from "@/components/landing/signal-panel";
import { Steps } from "@/components/landing/steps";
import { ButtonLink } from "@/components/ui/button-link";
import { loadRegistrationDoor } from "@/lib/accounts/registration/loaders";
import { loadViewer } from "@/lib/identity/loaders";

export default function LandingPage() {
  return (
    <main id="content" className="flex-1 pb-20">
      <section className="grid items-center gap-10 pt-10 pb-20 lg:grid-cols-[minmax(0,1fr)_minmax(0,1.1fr)] lg:gap-14 lg:pt-16">
        <div>
          <h1 className="font-display font-medium text-4xl tracking-tighter sm:text-5xl">
            Know what is <span className="text-primary">in your samples</span>
          </h1>
          <p className="mt-5 max-w-lg text-lg text-muted-foreground">
            Drop in a folder of audio files. SampleMind measures the tempo, key, loudness and spectrum of every file,
            draws its waveform, and tells you how sure it is. It runs on your own machine.
          </p>
          <div className="mt-8 flex min-h-11 flex-wrap gap-3">
            <Suspense fallback={<StrangerActions />}>
              <Actions />
            </Suspense>
          </div>
          <Suspense>
            <Beginning />
          </Suspense>
        </div>
        <SignalPanel />
      </section>
      <Steps />
      <Measures />
      <Audience />
    </main>
  );
}

async function Actions() {
  const viewer = await loadViewer();
  if (viewer === null) return <StrangerActions />;
  return (
    <>
      <ButtonLink href="/dashboard" variant="primary" size="lg">
        Open studio
      </ButtonLink>
      <ButtonLink href="/upload" size="lg">
        Upload audio
      </ButtonLink>
    </>
  );
}

async function Beginning() {
  if ((await loadRegistrationDoor()) !== "first") return null;
  return (
    <FirstAccountNote className="mt-6 max-w-lg">
      <WhereToBegin />
    </FirstAccountNote>
  );
}

function StrangerActions() {
  return (
    <>
      <ButtonLink href="/register" variant="primary" size="lg">
        Create account
      </ButtonLink>
      <ButtonLink href="/sign-in" size="lg">
        Sign in
      </ButtonLink>
    </>
  );
}

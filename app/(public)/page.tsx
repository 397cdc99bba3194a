import type { Metadata } from "next";
import { unstable_rethrow } from "next/navigation";
import { Suspense } from "react";
import { useText } from "#text";
import { FirstAccountNote, WhereToBegin } from "@/components/auth/first-account-note";
import { Audience } from "@/components/landing/audience";
import { ExampleSound } from "@/components/landing/example-sound";
import { Measures } from "@/components/landing/measures";
import { Steps } from "@/components/landing/steps";
import { type TryDoor, TryIt } from "@/components/landing/try-it";
import { Rich } from "@/components/language/rich";
import { ButtonLink } from "@/components/ui/button-link";
import { loadRegistrationDoor } from "@/lib/accounts/registration/loaders";
import { loadText } from "@/lib/choices/language";
import { AUDIO_EXTENSIONS } from "@/lib/format/audio-files";
import { loadViewer } from "@/lib/identity/loaders";
import { loadLandingHead } from "@/lib/syndication/loaders";
import { loadTryoutDoor } from "@/lib/tryouts/loaders";

const ACCEPTED = ["audio/*", ...AUDIO_EXTENSIONS.map((extension) => `.${extension}`)].join(",");

export const generateMetadata = (): Promise<Metadata> => loadLandingHead();

export default function LandingPage() {
  const t = useText();
  return (
    <main id="content" className="flex-1 pb-20">
      <TryIt accept={ACCEPTED} door={tryDoor()} example={<ExampleSound />}>
        <div>
          <h1 className="font-display font-medium text-4xl tracking-tighter sm:text-5xl">
            <Rich
              t={t}
              text="Know what is <samples>in your samples</samples>"
              parts={{ samples: (inner) => <span className="block whitespace-nowrap text-primary">{inner}</span> }}
            />
          </h1>
          <p className="mt-5 max-w-lg text-lg text-muted-foreground">
            {t(
              "SampleMind measures the tempo, key, loudness and character of every audio file you have, says how sure it is of each, and finds the sounds that fit, on your own machine.",
            )}
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
      </TryIt>
      <Steps />
      <Measures />
      <Audience />
    </main>
  );
}

/** If the database is away, the zone stands there all the same, and says so when it is used. */
async function tryDoor(): Promise<TryDoor> {
  try {
    const [isOpen, door] = await Promise.all([loadTryoutDoor(), loadRegistrationDoor()]);
    return { isOpen, mayRegister: door === "open" || door === "first" };
  } catch (error) {
    unstable_rethrow(error);
    return { isOpen: true, mayRegister: false };
  }
}

async function Actions() {
  const t = await loadText();
  const viewer = await loadViewer();
  if (viewer === null) return <StrangerActions />;
  return (
    <>
      <ButtonLink href="/dashboard" variant="primary" size="lg">
        {t("Open studio")}
      </ButtonLink>
      <ButtonLink href="/upload" size="lg">
        {t("Upload audio")}
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
  const t = useText();
  return (
    <>
      <ButtonLink href="/register" variant="primary" size="lg">
        {t("Create account")}
      </ButtonLink>
      <ButtonLink href="/sign-in" size="lg">
        {t("Sign in")}
      </ButtonLink>
    </>
  );
}

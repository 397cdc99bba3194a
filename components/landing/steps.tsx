import { FolderDown, Gauge, ListMusic } from "lucide-react";
import { useText } from "#text";
import { msg } from "@/lib/language/text";

const STEPS = [
  {
    icon: FolderDown,
    title: msg("Drop"),
    text: msg(
      "Single files or whole folders, up to 100 MB per file: WAV, AIFF, FLAC, MP3, OGG, Opus and M4A. Large uploads continue after you reload the page.",
    ),
  },
  {
    icon: Gauge,
    title: msg("Measure"),
    text: msg(
      "Each file is decoded in its own process, so a broken file does not stop the others. Results appear on the page as they come in.",
    ),
  },
  {
    icon: ListMusic,
    title: msg("[verb] Use"),
    text: msg(
      "Sort the library by tempo, key, length or loudness. Open a sample to hear it along with its waveform and spectrogram, or export the numbers as JSON.",
    ),
  },
] as const;

export function Steps() {
  const t = useText();
  return (
    <section aria-labelledby="steps" className="border-t py-16">
      <h2 id="steps" className="font-display font-medium text-2xl tracking-tight">
        {t("From a folder to facts")}
      </h2>
      <ol className="mt-8 grid gap-8 md:grid-cols-3 md:gap-10">
        {STEPS.map(({ icon: Icon, title, text }, index) => (
          <li key={title}>
            <div className="flex items-center gap-3">
              <span className="grid size-9 place-items-center rounded-md border border-border-strong bg-muted text-primary">
                <Icon aria-hidden className="size-4.5" />
              </span>
              <h3 className="font-medium text-lg">
                <span className="figures mr-2 text-muted-foreground text-sm">{index + 1}</span>
                {t(title)}
              </h3>
            </div>
            <p className="mt-3 text-muted-foreground">{t(text)}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}

import { useText } from "#text";
import { msg } from "@/lib/language/text";

const PEOPLE = [
  {
    title: msg("Producers"),
    text: msg("with years of loops and one-shots whose names say nothing. Find the ones that fit your current track."),
  },
  {
    title: msg("Artists"),
    text: msg("who finish tracks. Check loudness and true peak before you release."),
  },
  {
    title: msg("Developers"),
    text: msg(
      "who write scripts. The same engine runs on the command line, without a server or database, and prints one line of JSON per file.",
    ),
  },
] as const;

export function Audience() {
  const t = useText();
  return (
    <section aria-labelledby="audience" className="border-t pt-16">
      <h2 id="audience" className="font-display font-medium text-2xl tracking-tight">
        {t("Made for")}
      </h2>
      <ul className="mt-6 grid gap-8 md:grid-cols-3 md:gap-10">
        {PEOPLE.map(({ title, text }) => (
          <li key={title}>
            <h3 className="font-medium text-lg">{t(title)}</h3>
            <p className="mt-1 text-muted-foreground">{t(text)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

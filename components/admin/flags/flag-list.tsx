import { useText } from "#text";
import { Card, CardDescription, CardHeader, CardTitle } from "@/components/ui/card";
import { FLAG_GROUPS, type FlagGroup } from "@/lib/flags/constants";
import type { FlagListing } from "@/lib/flags/schema";
import { msg } from "@/lib/language/text";
import { FlagRow } from "./flag-row";

const GROUPS: Record<FlagGroup, { title: string; description: string }> = {
  audio: { title: msg("[flags] Audio"), description: msg("How files are handled and drawn.") },
  ai: { title: msg("[flags] Listening"), description: msg("What the analyser concludes from a sound.") },
  realtime: { title: msg("[flags] Live"), description: msg("Pages that update by themselves.") },
  advanced: { title: msg("[flags] Advanced"), description: msg("For large libraries.") },
  social: { title: msg("[flags] Social"), description: msg("What people can share with each other.") },
  premium: { title: msg("[flags] Premium"), description: msg("For programs, and for artists who publish.") },
};

/** Every feature that can be turned on or off, by group. */
export function FlagList({ flags, plans }: { flags: readonly FlagListing[]; plans: boolean }) {
  const t = useText();
  return (
    <div className="flex flex-col gap-6">
      {FLAG_GROUPS.filter((group) => flags.some((flag) => flag.group === group)).map((group) => (
        <section key={group} aria-labelledby={`flags-${group}`}>
          <Card>
            <CardHeader>
              <div>
                <CardTitle id={`flags-${group}`}>{t(GROUPS[group].title)}</CardTitle>
                <CardDescription>{t(GROUPS[group].description)}</CardDescription>
              </div>
            </CardHeader>
            <ul className="divide-y divide-border border-t">
              {flags
                .filter((flag) => flag.group === group)
                .map((flag) => (
                  <FlagRow key={flag.name} flag={flag} plans={plans} />
                ))}
            </ul>
          </Card>
        </section>
      ))}
    </div>
  );
}

import { Card, CardDescription, CardHeader, CardTitle } from "@/components/ui/card";
import { FLAG_GROUPS, type FlagGroup } from "@/lib/flags/constants";
import type { FlagListing } from "@/lib/flags/schema";
import { FlagRow } from "./flag-row";

const GROUPS: Record<FlagGroup, { title: string; description: string }> = {
  audio: { title: "Audio", description: "How files are handled and drawn." },
  ai: { title: "Listening", description: "What the analyser concludes from a sound." },
  realtime: { title: "Live", description: "Pages that update by themselves." },
  advanced: { title: "Advanced", description: "For large libraries." },
  social: { title: "Social", description: "What people can share with each other." },
  premium: { title: "Premium", description: "For programs, and for artists who publish." },
};

/** Every feature that can be turned on or off, by group. */
export function FlagList({ flags, plans }: { flags: readonly FlagListing[]; plans: boolean }) {
  return (
    <div className="flex flex-col gap-6">
      {FLAG_GROUPS.filter((group) => flags.some((flag) => flag.group === group)).map((group) => (
        <section key={group} aria-labelledby={`flags-${group}`}>
          <Card>
            <CardHeader>
              <div>
                <CardTitle id={`flags-${group}`}>{GROUPS[group].title}</CardTitle>
                <CardDescription>{GROUPS[group].description}</CardDescription>
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

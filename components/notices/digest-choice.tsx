"use client";

import { useState } from "react";
import { useText } from "#text";
import { useActionRunner } from "@/components/forms/use-action-runner";
import { NativeSelect } from "@/components/ui/native-select";
import { msg } from "@/lib/language/text";
import { setDigestAction } from "@/lib/notices/actions";
import type { Digest } from "@/lib/notices/schema";

const OPTIONS: readonly { value: Digest; label: string }[] = [
  { value: "never", label: msg("Never") },
  { value: "daily", label: msg("Once a day") },
  { value: "weekly", label: msg("Once a week") },
];
const REFUSALS = {
  demo_account: msg("The demo account gets no e-mail. Create your own account."),
  unverified: msg("Confirm your e-mail address under Settings first."),
};

/** How often a person gets what they have not read by e-mail. */
export function DigestChoice({ digest, mailIsSent }: { digest: Digest; mailIsSent: boolean }) {
  const t = useText();
  const [chosen, setChosen] = useState(digest);
  const { run } = useActionRunner(REFUSALS);
  const choose = (next: Digest) => {
    setChosen(next);
    const ask = async () => {
      const answer = await setDigestAction({ digest: next });
      if (!answer.data?.ok) setChosen(chosen);
      return answer;
    };
    void run("digest", ask, t("Saved."));
  };
  return (
    <div className="flex flex-col gap-2">
      <NativeSelect
        label={t("Send me what I have not read")}
        options={OPTIONS.map(({ value, label }) => ({ value, label: t(label) }))}
        value={chosen}
        onValueChange={choose}
        className="w-40"
      />
      {mailIsSent ? null : (
        <p className="text-muted-foreground text-sm">
          {t("This server sends no e-mail now, so nothing comes until an admin sets that up.")}
        </p>
      )}
    </div>
  );
}

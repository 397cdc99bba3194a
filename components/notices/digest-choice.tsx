"use client";

import { useState } from "react";
import { useActionRunner } from "@/components/forms/use-action-runner";
import { NativeSelect } from "@/components/ui/native-select";
import { setDigestAction } from "@/lib/notices/actions";
import type { Digest } from "@/lib/notices/schema";

const OPTIONS: readonly { value: Digest; label: string }[] = [
  { value: "never", label: "Never" },
  { value: "daily", label: "Once a day" },
  { value: "weekly", label: "Once a week" },
];
const REFUSALS = {
  demo_account: "The demo account gets no e-mail. Create your own account.",
  unverified: "Confirm your e-mail address under Settings first.",
};

/** How often a person gets what they have not read by e-mail. */
export function DigestChoice({ digest, mailIsSent }: { digest: Digest; mailIsSent: boolean }) {
  const [chosen, setChosen] = useState(digest);
  const { run } = useActionRunner(REFUSALS);
  const choose = (next: Digest) => {
    setChosen(next);
    const ask = async () => {
      const answer = await setDigestAction({ digest: next });
      if (!answer.data?.ok) setChosen(chosen);
      return answer;
    };
    void run("digest", ask, "Saved.");
  };
  return (
    <div className="flex flex-col gap-2">
      <NativeSelect
        label="Send me what I have not read"
        options={OPTIONS}
        value={chosen}
        onValueChange={choose}
        className="w-40"
      />
      {mailIsSent ? null : (
        <p className="text-muted-foreground text-sm">
          This server sends no e-mail now, so nothing comes until an admin sets that up.
        </p>
      )}
    </div>
  );
}

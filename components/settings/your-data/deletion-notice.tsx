"use client";

import { TriangleAlert } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { keepAccountAction } from "@/lib/privacy/actions";

const day = new Intl.DateTimeFormat("en-GB", { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" });

/** On every page of somebody whose account waits to be deleted: when it goes, and the way to keep it. */
export function DeletionNotice({ goesAt }: { goesAt: string }) {
  const [isPending, setPending] = useState(false);
  const router = useRouter();
  const keep = async () => {
    setPending(true);
    const answer = await keepAccountAction().catch(() => null);
    setPending(false);
    if (!answer?.data) toast.error("Nothing was changed: the server did not answer. Try again.");
    else if (answer.data.ok) toast.success("Your account stays.");
    else toast.error("It could not be called back any more.");
    router.refresh();
  };
  return (
    <section
      aria-label="Your account is about to be deleted"
      className="mb-6 flex flex-wrap items-center gap-x-4 gap-y-3 rounded-lg border border-danger/60 bg-danger/10 px-4 py-3"
    >
      <TriangleAlert aria-hidden className="size-5 shrink-0 text-danger" />
      <p className="min-w-0 flex-1 basis-64 text-sm">
        Your account and everything in it will be deleted on {day.format(Date.parse(goesAt))}.
      </p>
      <Button variant="primary" size="sm" pending={isPending} onClick={keep}>
        Keep my account
      </Button>
    </section>
  );
}

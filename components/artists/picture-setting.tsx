"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { useText } from "#text";
import { Problem } from "@/components/forms/problem";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { callApi } from "@/lib/api/client";
import type { Artist } from "@/lib/artists/schema";
import { msg } from "@/lib/language/text";
import { Avatar } from "./avatar";
import { sendPicture } from "./send-picture";

type Doing = "nothing" | "sending" | "removing";

/** The picture of the public page: what is there, another one, or none. */
export function PictureSetting({ artist }: { artist: Artist }) {
  const t = useText();
  const input = useRef<HTMLInputElement>(null);
  const [doing, setDoing] = useState<Doing>("nothing");
  const [problem, setProblem] = useState<string | null>(null);
  const router = useRouter();

  const run = async (what: Doing, work: () => Promise<string | null>, done: string) => {
    setDoing(what);
    setProblem(null);
    const failure = await work().catch(() => t("The server did not answer. Your picture is as it was. Try again."));
    setDoing("nothing");
    setProblem(failure);
    if (failure !== null) return;
    toast.success(done);
    router.refresh();
  };
  const send = (file: File) => run("sending", () => sendPicture(file, t), t("Your picture is on your public page."));
  const remove = () =>
    run("removing", async () => ((await callApi("DELETE /artist/picture", {})).ok ? null : FAILED), t("Removed."));

  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-4">
        <Avatar artist={artist} size="small" className="size-16 text-2xl" />
        <div className="flex flex-wrap gap-2">
          <Button size="sm" pending={doing === "sending"} onClick={() => input.current?.click()}>
            {artist.avatar === null ? t("Choose a picture") : t("Change picture")}
          </Button>
          {artist.avatar === null ? null : (
            <Button size="sm" variant="ghost" pending={doing === "removing"} onClick={remove}>
              {t("Remove picture")}
            </Button>
          )}
        </div>
        <input
          ref={input}
          type="file"
          aria-label={t("Picture of your public page")}
          accept="image/jpeg,image/png,image/webp,image/gif"
          className="sr-only"
          tabIndex={-1}
          onChange={(event) => {
            const file = event.currentTarget.files?.[0];
            // The same file can be chosen again.
            event.currentTarget.value = "";
            if (file) void send(file);
          }}
        />
      </div>
      <p className="text-muted-foreground text-sm">
        {t(
          "JPEG, PNG, WebP or GIF of at most 8 MB. It is cut to a square, and where and when it was taken is left out.",
        )}
      </p>
      <Problem>{problem}</Problem>
    </div>
  );
}

const FAILED = msg("It could not be removed. Try again in a moment.");

"use client";

import { Plus } from "lucide-react";
import { type FormEvent, useRef } from "react";
import { useText } from "#text";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";

export interface NewTagProps {
  onGive: (tag: string) => void;
  onDone: () => void;
}

/** The field for one more tag. The page brings it only once tags are edited. */
export function NewTag({ onGive, onDone }: NewTagProps) {
  const t = useText();
  const input = useRef<HTMLInputElement>(null);
  const give = (event: FormEvent) => {
    event.preventDefault();
    const tag = input.current?.value.trim() ?? "";
    if (tag !== "") onGive(tag);
    if (input.current) input.current.value = "";
  };
  return (
    <form onSubmit={give} className="flex items-center gap-1.5">
      <Input
        ref={input}
        aria-label={t("New tag")}
        placeholder={t("New tag")}
        maxLength={60}
        autoComplete="off"
        autoFocus
        onKeyDown={(event) => event.key === "Escape" && onDone()}
        className="h-8 w-36 text-sm"
      />
      <IconButton label={t("Add the tag")} size="icon-sm" type="submit">
        <Plus aria-hidden />
      </IconButton>
      <Button size="sm" variant="ghost" onClick={onDone}>
        {t("Done")}
      </Button>
    </form>
  );
}

"use client";

import { Eye, EyeOff } from "lucide-react";
import { useState } from "react";
import { useText } from "#text";
import { Button } from "@/components/ui/button";
import { Input, type InputProps } from "@/components/ui/input";

/** A password field whose text can be shown. */
export function PasswordInput(props: Omit<InputProps, "type">) {
  const t = useText();
  const [isShown, setShown] = useState(false);
  return (
    <div className="relative">
      <Input
        type={isShown ? "text" : "password"}
        className="pr-11"
        autoCapitalize="none"
        spellCheck={false}
        {...props}
      />
      <Button
        variant="ghost"
        size="icon-sm"
        aria-label={t("Show password")}
        aria-pressed={isShown}
        onClick={() => setShown(!isShown)}
        className="absolute top-1/2 right-1.25 -translate-y-1/2"
      >
        {isShown ? <EyeOff aria-hidden /> : <Eye aria-hidden />}
      </Button>
    </div>
  );
}

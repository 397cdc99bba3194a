"use client";

import { Input, type InputProps } from "@/components/ui/input";

/** For six digits or a recovery code. Phones suggest the code and show a number pad; letters still work. */
export function CodeInput(props: Omit<InputProps, "type">) {
  return (
    <Input
      type="text"
      autoComplete="one-time-code"
      autoCapitalize="characters"
      spellCheck={false}
      maxLength={16}
      className="font-mono tracking-widest"
      required
      {...props}
    />
  );
}

import type { ReactNode } from "react";
import { FormAlert } from "./form-alert";
import type { FormState } from "./use-form";

const LAYOUTS = {
  /** A page's only form. */
  card: "glass flex flex-col gap-5 rounded-xl p-6",
  /** Opened inside a section of a page. */
  inline: "flex max-w-sm flex-col gap-4",
} as const;

interface FormProps {
  state: FormState;
  layout: keyof typeof LAYOUTS;
  /** Shown above the form until the form itself has something to say. */
  notice?: string;
  children: ReactNode;
}

/** A form of `useForm`. Uses POST, so that without scripts no field ends up in the address. */
export function Form({ state: { ref, outcome, onFocus, onSubmit }, layout, notice, children }: FormProps) {
  const isUntouched = !outcome.form && !outcome.fields;
  return (
    <form ref={ref} onFocus={onFocus} onSubmit={onSubmit} method="post" noValidate className={LAYOUTS[layout]}>
      <FormAlert>{outcome.form ?? (isUntouched ? notice : undefined)}</FormAlert>
      {children}
    </form>
  );
}

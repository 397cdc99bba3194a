import { Search } from "lucide-react";
import { useText } from "#text";
import { Button } from "@/components/ui/button";

interface PlainSearchProps {
  /** The page that answers, to which the question goes as `q`. */
  action: string;
  label: string;
  placeholder: string;
  question: string;
  charactersMax: number;
}

/** A plain form that asks for a page, so that it needs no scripts. */
export function PlainSearch({ action, label, placeholder, question, charactersMax }: PlainSearchProps) {
  const t = useText();
  return (
    <form action={action} method="get" className="flex gap-2">
      <div className="relative min-w-0 flex-1">
        <Search aria-hidden className="pointer-events-none absolute top-3 left-3 size-4 text-muted-foreground" />
        <input
          type="search"
          name="q"
          aria-label={label}
          defaultValue={question}
          placeholder={placeholder}
          maxLength={charactersMax}
          className="h-10 w-full min-w-0 rounded-md border border-input bg-muted pr-3 pl-9.5 text-base text-foreground placeholder:text-muted-foreground hover:border-foreground/60"
        />
      </div>
      <Button type="submit" size="lg" className="h-10">
        {t("[verb] Search")}
      </Button>
    </form>
  );
}

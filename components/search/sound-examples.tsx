import { AudioLines, Ban, X } from "lucide-react";
import { useText } from "#text";
import { Button } from "@/components/ui/button";
import { hasSound, type SearchAddress } from "./search-href";

/** What the results should sound like, or not, by name. */
export interface SoundExample {
  id: string;
  name: string;
}

export interface SoundExamplesProps {
  address: SearchAddress;
  /** Names of the samples in `address.like` and `address.unlike`; one that is gone is missing. */
  examples: readonly SoundExample[];
  onChange: (part: Partial<SearchAddress>) => void;
}

/** The sounds that results are compared with. Each can be taken away. */
export function SoundExamples({ address, examples, onChange }: SoundExamplesProps) {
  const t = useText();
  if (!hasSound(address)) return null;
  const { like, unlike, sound } = address;
  const names = new Map(examples.map(({ id, name }) => [id, name]));
  const nameOf = (id: string) => names.get(id) ?? t("a sample that is gone");
  const without = (ids: readonly string[], id: string) => ids.filter((other) => other !== id);
  return (
    <ul aria-label={t("Sounds to compare with")} className="flex flex-wrap items-center gap-1.5">
      {sound === null ? null : (
        <Example kind="like" name={t("your recording or file")} onRemove={() => onChange({ sound: null })} />
      )}
      {like.map((id) => (
        <Example key={id} kind="like" name={nameOf(id)} onRemove={() => onChange({ like: without(like, id) })} />
      ))}
      {unlike.map((id) => (
        <Example key={id} kind="unlike" name={nameOf(id)} onRemove={() => onChange({ unlike: without(unlike, id) })} />
      ))}
    </ul>
  );
}

interface ExampleProps {
  kind: "like" | "unlike";
  name: string;
  onRemove: () => void;
}

function Example({ kind, name, onRemove }: ExampleProps) {
  const t = useText();
  const text = kind === "like" ? t("Sounds like {name}", { name }) : t("Not like {name}", { name });
  return (
    <li className="max-w-full">
      <Button
        size="sm"
        aria-label={t("{sound}: take away", { sound: text })}
        onClick={onRemove}
        className="max-w-full gap-1.5 px-2.5"
      >
        {kind === "like" ? (
          <AudioLines aria-hidden className="text-accent" />
        ) : (
          <Ban aria-hidden className="text-muted-foreground" />
        )}
        <span className="truncate">{text}</span>
        <X aria-hidden />
      </Button>
    </li>
  );
}

import { AudioLines, X } from "lucide-react";
import { Button } from "@/components/ui/button";
import type { SearchAddress } from "./search-address";

/** What the results should sound like, by name. */
export interface SoundExample {
  id: string;
  name: string;
}

export interface SoundExamplesProps {
  address: SearchAddress;
  /** Names of the samples in `address.like`; one that is gone is missing. */
  examples: readonly SoundExample[];
  onChange: (part: Partial<SearchAddress>) => void;
}

/** The sounds that results are compared with. Each can be taken away. */
export function SoundExamples({ address, examples, onChange }: SoundExamplesProps) {
  const { like, sound } = address;
  if (like.length === 0 && sound === null) return null;
  const names = new Map(examples.map(({ id, name }) => [id, name]));
  return (
    <ul aria-label="Sounds like" className="flex flex-wrap items-center gap-1.5">
      {sound === null ? null : <Example name="your recording or file" onRemove={() => onChange({ sound: null })} />}
      {like.map((id) => (
        <Example
          key={id}
          name={names.get(id) ?? "a sample that is gone"}
          onRemove={() => onChange({ like: like.filter((other) => other !== id) })}
        />
      ))}
    </ul>
  );
}

function Example({ name, onRemove }: { name: string; onRemove: () => void }) {
  return (
    <li className="max-w-full">
      <Button size="sm" aria-label={`No longer like ${name}`} onClick={onRemove} className="max-w-full gap-1.5 px-2.5">
        <AudioLines aria-hidden className="text-accent" />
        <span className="truncate">Sounds like {name}</span>
        <X aria-hidden />
      </Button>
    </li>
  );
}

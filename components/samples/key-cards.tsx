"use client";

import { useKeyNotation } from "@/components/choices/key-name";
import { closeRelative, type KeyOrNote } from "@/lib/analysis/record/key-or-note";
import type { MusicalKey } from "@/lib/analysis/record/values/key";
import type { KeyLike } from "@/lib/music/keys";
import {
  formatCamelot,
  formatKey,
  formatNote,
  formatOpenKey,
  formatPercent,
  type KeyNotation,
  writeKey,
  writeKeyBeside,
} from "@/lib/music/notation";
import { CorrectedNote } from "./corrected-note";
import { ALTERNATIVES_SHOWN, CardFacts, Ranking, ValueCard } from "./value-card";

/** The same key in the notations that the card's value is not in. */
function otherNotations(key: KeyLike, notation: KeyNotation) {
  const facts = [
    { label: "Name", value: formatKey(key), in: ["musical", "short"] },
    { label: "Camelot", value: formatCamelot(key), in: ["camelot"] },
    { label: "Open Key", value: formatOpenKey(key), in: ["open-key"] },
  ];
  return facts.filter((fact) => !fact.in.includes(notation)).map(({ label, value }) => ({ label, value }));
}

function heardText(heard: KeyOrNote, notation: KeyNotation): string | null {
  if (heard.has === "neither") return null;
  return heard.has === "note" ? formatNote(heard.pitch.note) : writeKey(heard.key, notation);
}

interface CorrectedKeyCardProps {
  musicalKey: KeyLike;
  measured: KeyOrNote;
}

/** A key that a person has set. */
export function CorrectedKeyCard({ musicalKey, measured }: CorrectedKeyCardProps) {
  const notation = useKeyNotation();
  return (
    <ValueCard title="Key" about="key" value={writeKey(musicalKey, notation)}>
      <CardFacts facts={otherNotations(musicalKey, notation)} />
      <CorrectedNote measured={heardText(measured, notation)} />
    </ValueCard>
  );
}

/** A measured key, and the next best. */
export function KeyCard({ musicalKey }: { musicalKey: MusicalKey }) {
  const notation = useKeyNotation();
  const { signatureConfidence } = musicalKey;
  const relative = closeRelative(musicalKey);
  const readings = [musicalKey, ...musicalKey.alternatives.slice(0, ALTERNATIVES_SHOWN)].map((key) => ({
    name: writeKey(key, notation),
    detail: writeKeyBeside(key, notation),
    confidence: key.confidence,
  }));
  const signature =
    signatureConfidence === undefined
      ? []
      : [{ label: "Signature", value: `${formatPercent(signatureConfidence)} sure` }];
  return (
    <ValueCard title="Key" about="key" value={writeKey(musicalKey, notation)} confidence={musicalKey.confidence}>
      <CardFacts facts={[...otherNotations(musicalKey, notation), ...signature]} />
      {relative ? (
        <p className="text-muted-foreground text-xs">
          Or {writeKey(relative, notation)}, its relative: the same notes, and hardly told apart here.
        </p>
      ) : null}
      <Ranking label="Possible keys" readings={readings} />
    </ValueCard>
  );
}

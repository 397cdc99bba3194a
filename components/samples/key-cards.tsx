import { useKeyNotation } from "#notation";
import { useText } from "#text";
import { closeRelative, type KeyOrNote } from "@/lib/analysis/record/key-or-note";
import type { MusicalKey } from "@/lib/analysis/record/values/key";
import type { Text } from "@/lib/language/text";
import type { KeyNotation } from "@/lib/music/key-notations";
import type { KeyLike } from "@/lib/music/keys";
import {
  formatCamelot,
  formatKey,
  formatNote,
  formatOpenKey,
  formatPercent,
  writeKey,
  writeKeyBeside,
} from "@/lib/music/notation";
import { CorrectedNote } from "./corrected-note";
import { ALTERNATIVES_SHOWN, CardFacts, Ranking, ValueCard } from "./value-card";

/** The same key in the notations that the card's value is not in. */
function otherNotations(key: KeyLike, notation: KeyNotation, t: Text) {
  const facts = [
    { label: t("[of a key] Name"), value: formatKey(key, t), in: ["musical", "short"] },
    { label: "Camelot", value: formatCamelot(key), in: ["camelot"] },
    { label: "Open Key", value: formatOpenKey(key), in: ["open-key"] },
  ];
  return facts.filter((fact) => !fact.in.includes(notation)).map(({ label, value }) => ({ label, value }));
}

function heardText(heard: KeyOrNote, notation: KeyNotation, t: Text): string | null {
  if (heard.has === "neither") return null;
  return heard.has === "note" ? formatNote(heard.pitch.note) : writeKey(heard.key, notation, t);
}

interface CorrectedKeyCardProps {
  musicalKey: KeyLike;
  measured: KeyOrNote;
}

/** A key that a person has set. */
export function CorrectedKeyCard({ musicalKey, measured }: CorrectedKeyCardProps) {
  const t = useText();
  const notation = useKeyNotation();
  return (
    <ValueCard title={t("Key")} about="key" value={writeKey(musicalKey, notation, t)}>
      <CardFacts facts={otherNotations(musicalKey, notation, t)} />
      <CorrectedNote measured={heardText(measured, notation, t)} />
    </ValueCard>
  );
}

/** A measured key, and the next best. */
export function KeyCard({ musicalKey }: { musicalKey: MusicalKey }) {
  const t = useText();
  const notation = useKeyNotation();
  const { signatureConfidence } = musicalKey;
  const relative = closeRelative(musicalKey);
  const readings = [musicalKey, ...musicalKey.alternatives.slice(0, ALTERNATIVES_SHOWN)].map((key) => ({
    name: writeKey(key, notation, t),
    detail: writeKeyBeside(key, notation, t),
    confidence: key.confidence,
  }));
  const signature =
    signatureConfidence === undefined
      ? []
      : [
          {
            label: t("[of a key] Signature"),
            value: t("{percent} sure", { percent: formatPercent(signatureConfidence, t) }),
          },
        ];
  return (
    <ValueCard
      title={t("Key")}
      about="key"
      value={writeKey(musicalKey, notation, t)}
      confidence={musicalKey.confidence}
    >
      <CardFacts facts={[...otherNotations(musicalKey, notation, t), ...signature]} />
      {relative ? (
        <p className="text-muted-foreground text-xs">
          {t("Or {key}, its relative: the same notes, and hardly told apart here.", {
            key: writeKey(relative, notation, t),
          })}
        </p>
      ) : null}
      <Ranking label={t("Possible keys")} readings={readings} />
    </ValueCard>
  );
}

import { useText } from "#text";
import { RadarChart } from "@/components/charts/radar-chart";
import { ShareBars } from "@/components/charts/share-bars";
import { HelpLink } from "@/components/ui/help-link";
import type { ValueName } from "@/lib/analysis/record/measured-values";
import type { AnalysisRecord } from "@/lib/analysis/record/schema";
import { confidenceLevel, isClaimed } from "@/lib/format/confidence";
import { valueHelp } from "@/lib/help/addresses";
import { msg } from "@/lib/language/text";
import { formatPercent } from "@/lib/music/notation";
import { absenceOf, isSwitchedOff } from "./absence";
import { AbsenceNote, Pane } from "./pane";
import { type PerceptualScore, perceptualScores } from "./perceptual-scores";
import { KIND_NAMES } from "./sample-facts";

/** How the sample sounds to a listener: seven scores and its labels. */
export function CharacterPanes({ record }: { record: AnalysisRecord }) {
  const t = useText();
  const { perceptual } = record;
  return (
    <div className="grid gap-4">
      {perceptual ? (
        <Pane title={t("Perceptual scores")} about="perceptual" confidence={perceptual.confidence}>
          <div className="grid items-center gap-x-10 gap-y-4 lg:grid-cols-[24rem_minmax(0,1fr)]">
            <div className="mx-auto w-full max-w-96">
              <RadarChart
                label={t("Radar of the seven scores")}
                scores={perceptualScores(perceptual, t)}
                isUnsure={confidenceLevel(perceptual.confidence) === "low"}
              />
            </div>
            <ScoreTable scores={perceptualScores(perceptual, t)} />
          </div>
        </Pane>
      ) : null}
      <LabelsPane record={record} />
    </div>
  );
}

function ScoreTable({ scores }: { scores: readonly PerceptualScore[] }) {
  const t = useText();
  return (
    <table className="w-full text-sm">
      <caption className="sr-only">{t("The seven scores and what they mean")}</caption>
      <tbody className="divide-y divide-border">
        {scores.map(({ name, value, explanation }) => (
          <tr key={name}>
            <th scope="row" className="py-2 text-left font-normal">
              {name}
              <span className="block text-muted-foreground text-xs">{explanation}</span>
            </th>
            <td className="figures py-2 pl-4 text-right align-top">{formatPercent(value, t)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const MAX_LABELS = 5;

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** Kind, instruments, genres and moods, each list with the most likely label first. */
function LabelsPane({ record }: { record: AnalysisRecord }) {
  const t = useText();
  const { kind } = record;
  const lists = [
    { name: "instruments", title: t("Instruments"), items: record.instruments },
    { name: "genres", title: t("Genres"), items: record.genres },
    { name: "moods", title: t("Moods"), items: record.moods },
  ] as const;
  return (
    <Pane title={t("Labels")}>
      <div className="grid gap-x-10 gap-y-6 sm:grid-cols-2 xl:grid-cols-4">
        <LabelList
          title={t("Kind")}
          about="kind"
          items={kind ? [{ label: t(KIND_NAMES[kind.label]), confidence: kind.confidence }] : null}
          reason={absenceOf(record, "kind")}
        />
        {lists
          .filter(({ name }) => !isSwitchedOff(record, name))
          .map(({ name, title, items }) => (
            <LabelList key={name} about={name} title={title} items={items} reason={absenceOf(record, name)} />
          ))}
      </div>
    </Pane>
  );
}

interface LabelListProps {
  title: string;
  about: ValueName;
  /** Undefined in records from before this list existed. */
  items: readonly { label: string; confidence: number }[] | null | undefined;
  reason: string;
}

/** What is claimed has a bar. The rest is named as what it is: a guess. */
function LabelList({ title, about, items, reason }: LabelListProps) {
  const t = useText();
  const shown = items?.slice(0, MAX_LABELS) ?? [];
  const claimed = shown.filter(isClaimed);
  const guesses = shown.filter((item) => !isClaimed(item));
  return (
    <section aria-label={title}>
      <div className="mb-2 flex items-center gap-0.5">
        <h4 className="eyebrow">{title}</h4>
        <HelpLink href={valueHelp(about)} about={title} />
      </div>
      {claimed.length > 0 ? (
        <ShareBars
          label={title}
          bars={claimed.map(({ label, confidence }) => ({
            key: label,
            name: capitalised(t(label)),
            share: confidence,
          }))}
        />
      ) : (
        <AbsenceNote reason={t(items ? msg("None is certain.") : reason)} />
      )}
      {guesses.length > 0 ? (
        <p className="mt-2.5 text-muted-foreground text-xs">
          {t("Perhaps {guesses}", {
            guesses: guesses.map(({ label, confidence }) => `${t(label)} (${formatPercent(confidence, t)})`).join(", "),
          })}
        </p>
      ) : null}
    </section>
  );
}

import { useText } from "#text";
import { writeDecimal } from "@/lib/format/decimal";
import type { Text } from "@/lib/language/text";
import { levelText } from "./engine/meter-scale";
import type { ShownLevels } from "./meter-totals";

const NOTHING = "\u2013";

/** The engine writes points: it knows no language. */
const comma = (number: string, t: Text) => (t.language === "de" ? number.replace(".", ",") : number);

/** The levels as numbers, for reading and for screen readers: they change once a second at most. */
export function MeterTables({ levels }: { levels: ShownLevels }) {
  const t = useText();
  const { now, truePeakDb, truePeakMaxDb } = levels;
  const dB = (value: number | null | undefined) =>
    value === null || value === undefined ? NOTHING : comma(levelText(value), t);
  const channels = (truePeakMaxDb.length === 1 ? [t("Mono")] : [t("Left"), t("Right")]).map((name, channel) => ({
    name,
    cells: [dB(truePeakDb[channel]), dB(truePeakMaxDb[channel]), dB(now?.rmsDb[channel])],
  }));
  const correlation = now?.correlation;
  return (
    <div className="grid gap-x-8 gap-y-5 md:grid-cols-2">
      <div>
        <LevelTable
          caption={t("Levels of the channels")}
          heads={[t("True peak, dBTP"), t("Largest, dBTP"), t("RMS 0.3 s, dBFS")]}
          rows={channels}
        />
        <p className="mt-2 text-sm">
          {t("Correlation")}{" "}
          <span className="figures">
            {correlation === null || correlation === undefined ? NOTHING : correlationText(correlation, t)}
          </span>
        </p>
      </div>
      <LevelTable
        caption={t("Loudness")}
        heads={[t("Now, LUFS"), t("Largest, LUFS")]}
        rows={[
          { name: t("Momentary (M), 0.4 s"), cells: [dB(now?.momentaryLufs), dB(levels.momentaryMaxLufs)] },
          { name: t("Short-term (S), 3 s"), cells: [dB(now?.shortTermLufs), dB(levels.shortTermMaxLufs)] },
          { name: t("Integrated, since the measuring began"), cells: [dB(levels.integratedLufs), NOTHING] },
        ]}
      />
    </div>
  );
}

interface LevelTableProps {
  caption: string;
  heads: readonly string[];
  rows: readonly { name: string; cells: readonly string[] }[];
}

function LevelTable({ caption, heads, rows }: LevelTableProps) {
  return (
    <table className="w-full text-sm">
      <caption className="eyebrow mb-1 text-left">{caption}</caption>
      <thead className="text-muted-foreground text-xs">
        <tr>
          <td />
          {heads.map((head) => (
            <th key={head} scope="col" className="py-1 pl-3 text-right align-bottom font-normal">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, cells }) => (
          <tr key={name} className="border-t">
            <th scope="row" className="py-1.5 text-left font-normal">
              {name}
            </th>
            {cells.map((cell, index) => (
              <td key={heads[index]} className="figures py-1.5 pl-3 text-right">
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** "+0.98": 1 is mono, −1 is silent in mono. */
function correlationText(value: number, t: Text): string {
  const text = writeDecimal(Math.abs(value), 2, t);
  return Number(value.toFixed(2)) === 0 ? text : `${value < 0 ? "\u2212" : "+"}${text}`;
}

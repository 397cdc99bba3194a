"use client";

import { type KeyboardEvent, useState } from "react";
import { useText } from "#text";
import { Rich } from "@/components/language/rich";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions } from "@/components/ui/dialog";
import { Link } from "@/components/ui/link";
import { cn } from "@/lib/cn";
import { ACTION_IDS, ACTIONS, type ActionId, NOTES, SECTIONS, type Section } from "./key-actions";
import { type KeyChoices, keysOf, keyText, shownKeys, withKey } from "./key-map";
import { closeKeySheet } from "./open-key-sheet";
import { setKeyChoices, useKeyChoices } from "./stored-keys";
import { keyRegister } from "./use-keys";

/** All keys of the page as it is now, and others for them. */
export function KeySheet() {
  const t = useText();
  const [page] = useState(() => ({
    actions: keyRegister.actions(),
    sections: keyRegister.sections(),
    own: keyRegister.own(),
  }));
  const choices = useKeyChoices();
  const [said, say] = useState("");
  const sections = (Object.keys(SECTIONS) as Section[])
    .filter((section) => page.sections.has(section))
    .sort((a, b) => SECTIONS[b].rank - SECTIONS[a].rank);
  const choose = (next: KeyChoices, text: string) => {
    setKeyChoices(next);
    say(text);
  };
  const press = (action: ActionId, event: KeyboardEvent): boolean => {
    const choosing = withKey(choices, action, event, t);
    if (choosing.ok)
      choose(choosing.choices, `${t(ACTIONS[action].does)}: ${keyText(keysOf(action, choosing.choices)[0] ?? "")}`);
    else say(choosing.reason);
    return choosing.ok;
  };
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && closeKeySheet()}
      title={t("[keyboard] Keys")}
      description={t("Press a key's button, then the key that you would rather have. It is kept in this browser.")}
    >
      <p role="status" className="-mt-2 mb-3 min-h-5 text-sm text-warning">
        {said}
      </p>
      {sections.map((section) => (
        <Lines key={section} title={SECTIONS[section].title} lines={NOTES[section] ?? []}>
          {ACTION_IDS.filter((id) => ACTIONS[id].section === section && page.actions.has(id)).map((action) => (
            <Line
              key={action}
              action={action}
              keys={shownKeys(action, choices, page.actions)}
              isChosen={choices[action] !== undefined}
              onPress={(event) => press(action, event)}
            />
          ))}
        </Lines>
      ))}
      {page.own.map(({ title, lines }) => (
        <Lines key={title} title={title} lines={lines} />
      ))}
      <p className="mb-4 text-muted-foreground text-sm">
        <Rich
          t={t}
          text="What the pages do is in the <help>help</help>."
          parts={{
            help: (inner) => (
              <Link href="/docs" onClick={closeKeySheet} className="text-primary underline underline-offset-4">
                {inner}
              </Link>
            ),
          }}
        />
      </p>
      <DialogActions>
        <Button
          disabled={Object.keys(choices).length === 0}
          onClick={() => choose({}, t("All keys are as usual again."))}
        >
          {t("As usual")}
        </Button>
        <Button variant="primary" onClick={closeKeySheet}>
          {t("Done")}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

interface LinesProps {
  title: string;
  /** Those that cannot be changed. */
  lines: readonly (readonly [keys: string, does: string])[];
  children?: React.ReactNode;
}

function Lines({ title, lines, children }: LinesProps) {
  const t = useText();
  return (
    <section aria-label={t(title)} className="mb-5">
      <h3 className="eyebrow mb-1.5">{t(title)}</h3>
      <ul className="grid grid-cols-[6.5rem_minmax(0,1fr)] items-center gap-x-3 gap-y-1.5 text-sm">
        {children}
        {lines.map(([keys, does]) => (
          <li key={keys} className="contents">
            <span className="text-xs">{t(keys)}</span>
            <span className="text-muted-foreground">{t(does)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface LineProps {
  action: ActionId;
  keys: readonly string[];
  isChosen: boolean;
  /** Returns whether the key was taken. */
  onPress: (event: KeyboardEvent) => boolean;
}

function Line({ action, keys, isChosen, onPress }: LineProps) {
  const t = useText();
  const [isWaiting, setWaiting] = useState(false);
  const { does: english, isFixed } = ACTIONS[action];
  const does = t(english);
  const text = keys.length === 0 ? "–" : keys.map(keyText).join("  ");
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isWaiting || event.key === "Tab") return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === "Escape" || onPress(event)) setWaiting(false);
  };
  return (
    <li className="contents">
      {isFixed ? (
        <span className="text-xs">{text}</span>
      ) : (
        <Button
          size="sm"
          variant={isWaiting ? "primary" : "secondary"}
          aria-label={isWaiting ? t("Press a key for: {does}", { does }) : t("{does}: {text}. Change", { does, text })}
          className={cn("h-7 w-fit min-w-8 px-2 text-xs", isChosen && !isWaiting && "border-primary text-primary")}
          onClick={() => setWaiting(!isWaiting)}
          onKeyDown={onKeyDown}
          onBlur={() => setWaiting(false)}
        >
          {isWaiting ? t("Press a key") : text}
        </Button>
      )}
      <span className="text-muted-foreground">{does}</span>
    </li>
  );
}

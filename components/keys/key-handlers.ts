import { ACTIONS, type ActionId, type Section } from "./key-actions";
import { actionsFor, type KeyChoices, keyOf } from "./key-map";
import { isForPage } from "./page-keys";

/** Returns false if there was nothing to do: then the key is offered to others. */
export type KeyHandler = (event: KeyboardEvent) => unknown;
export type KeyHandlers = Partial<Record<ActionId, KeyHandler>>;
type Lines = readonly (readonly [keys: string, does: string])[];

/** Keys that mean something else with each thing on the page: asked first. */
export interface OwnKeys {
  title: string;
  lines: Lines;
  /** Returns whether it did something. */
  press: (event: KeyboardEvent) => boolean;
}

/** The page, or what covers it. */
export type KeyLayer = "page" | "cover";

interface Entry<T> {
  read: () => T;
  layer: KeyLayer;
}

/** Who acts on which key at the moment. What came last goes first. */
export class KeyRegister {
  #handlers: Entry<KeyHandlers>[] = [];
  #own: Entry<OwnKeys>[] = [];
  #covers = 0;

  constructor(private readonly choices: () => KeyChoices) {}

  /** @param read asked at each key press, so that handlers may change */
  add(read: () => KeyHandlers, layer: KeyLayer): () => void {
    const entry = { read, layer };
    this.#handlers = [entry, ...this.#handlers];
    return () => {
      this.#handlers = this.#handlers.filter((one) => one !== entry);
    };
  }

  addOwn(read: () => OwnKeys, layer: KeyLayer): () => void {
    const entry = { read, layer };
    this.#own = [entry, ...this.#own];
    return () => {
      this.#own = this.#own.filter((one) => one !== entry);
    };
  }

  /** The page is covered until the returned function is called: its keys would act on what nobody sees. */
  cover(): () => void {
    this.#covers += 1;
    return () => {
      this.#covers -= 1;
    };
  }

  /** What keys can do on the page as it is now. */
  actions(): ReadonlySet<ActionId> {
    return new Set(this.#onTop(this.#handlers).flatMap((handlers) => Object.keys(handlers) as ActionId[]));
  }

  sections(): ReadonlySet<Section> {
    return new Set([...this.actions()].map((action) => ACTIONS[action].section));
  }

  own(): OwnKeys[] {
    return this.#onTop(this.#own);
  }

  readonly press = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing || !isForPage(event)) return;
    if (this.#actOwn(event) || this.#act(event)) event.preventDefault();
  };

  #actOwn(event: KeyboardEvent): boolean {
    if (event.ctrlKey || event.metaKey || event.altKey) return false;
    return this.own().some((own) => own.press(event));
  }

  #act(event: KeyboardEvent): boolean {
    return actionsFor(keyOf(event), this.choices()).some((action) =>
      this.#onTop(this.#handlers).some((handlers) => {
        const handler = handlers[action];
        return handler !== undefined && handler(event) !== false;
      }),
    );
  }

  #onTop<T>(entries: readonly Entry<T>[]): T[] {
    const layer = this.#covers > 0 ? "cover" : "page";
    return entries.filter((entry) => entry.layer === layer).map(({ read }) => read());
  }
}

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

/** Who acts on which key at the moment. What came last goes first. */
export class KeyRegister {
  #handlers: (() => KeyHandlers)[] = [];
  #own: (() => OwnKeys)[] = [];

  constructor(private readonly choices: () => KeyChoices) {}

  /** @param handlers asked at each key press, so that they may change */
  add(handlers: () => KeyHandlers): () => void {
    this.#handlers = [handlers, ...this.#handlers];
    return () => {
      this.#handlers = this.#handlers.filter((one) => one !== handlers);
    };
  }

  addOwn(own: () => OwnKeys): () => void {
    this.#own = [own, ...this.#own];
    return () => {
      this.#own = this.#own.filter((one) => one !== own);
    };
  }

  /** What keys can do on the page as it is now. */
  actions(): ReadonlySet<ActionId> {
    return new Set(this.#handlers.flatMap((handlers) => Object.keys(handlers()) as ActionId[]));
  }

  sections(): ReadonlySet<Section> {
    return new Set([...this.actions()].map((action) => ACTIONS[action].section));
  }

  own(): OwnKeys[] {
    return this.#own.map((own) => own());
  }

  readonly press = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing || !isForPage(event)) return;
    if (this.#actOwn(event) || this.#act(event)) event.preventDefault();
  };

  #actOwn(event: KeyboardEvent): boolean {
    if (event.ctrlKey || event.metaKey || event.altKey) return false;
    return this.#own.some((own) => own().press(event));
  }

  #act(event: KeyboardEvent): boolean {
    return actionsFor(keyOf(event), this.choices()).some((action) =>
      this.#handlers.some((handlers) => {
        const handler = handlers()[action];
        return handler !== undefined && handler(event) !== false;
      }),
    );
  }
}

import { granuleBase, type OggStream, oggStreamOf } from "@/lib/analysis/decode/containers/ogg-header";
import type { OggPage } from "@/lib/analysis/decode/containers/ogg-pages";
import type { LeftOut } from "@/lib/analysis/decode/left-out";

/** One of the streams that a chained file holds in a row, and its pages. */
export interface OggLink {
  /** The first of its streams that is sound which can be read; null if there is none. */
  stream: OggStream | null;
  /** Read them to their end before asking for the next link. */
  pages: Generator<OggPage>;
  /** Whether the file ends with it, once its pages have been read. */
  readonly isLast: boolean;
}

/**
 * The links of a chain. Each begins with the first pages of all its streams; so a first page among others begins a new
 * link, even if it carries the serial number of the old one. It uses `next()` instead of for-of, because leaving a
 * for-of would close the generator of pages that all links share.
 */
export function* oggLinks(pages: Generator<OggPage>): Generator<OggLink> {
  let page = nextFirst(pages);
  while (page) {
    const heads: OggPage[] = [];
    let following: OggPage | null = page;
    while (following?.isFirst) {
      heads.push(following);
      following = nextOf(pages);
    }
    const head = heads.find((candidate) => oggStreamOf(candidate) !== null);
    const chain: { next: OggPage | null } = { next: null };
    yield {
      stream: head ? oggStreamOf(head) : null,
      pages: pagesOfLink(head ?? null, following, pages, chain),
      get isLast() {
        return chain.next === null;
      },
    };
    page = chain.next;
  }
}

function* pagesOfLink(
  head: OggPage | null,
  following: OggPage | null,
  pages: Generator<OggPage>,
  chain: { next: OggPage | null },
): Generator<OggPage> {
  if (head) yield head;
  for (let page = following; page; page = nextOf(pages)) {
    if (page.isFirst) {
      chain.next = page;
      return;
    }
    if (!head || page.serial === head.serial) yield page;
  }
}

function nextOf(pages: Generator<OggPage>): OggPage | null {
  const step = pages.next();
  return step.done ? null : step.value;
}

function nextFirst(pages: Generator<OggPage>): OggPage | null {
  for (let page = nextOf(pages); page; page = nextOf(pages)) if (page.isFirst) return page;
  return null;
}

interface Spot {
  /** Count of the last good page before it. */
  granule: number;
  /** Samples between the pages around it, which say where they end. */
  span: number;
}

/** Compares what the pages of a link count with what comes out of its decoder. */
export class LinkCount {
  private readonly startSeconds: number;
  private readonly spots: Spot[] = [];
  private lastNumber: number | null = null;
  private firstGranule: number | null = null;
  private lastGranule = 0;
  private isEnded = false;
  private samples = 0;

  constructor(
    private readonly stream: OggStream,
    private readonly leftOut: LeftOut,
  ) {
    this.startSeconds = leftOut.positionSeconds;
  }

  page({ number, granule, intact, isLast }: OggPage): void {
    const isGap = this.lastNumber !== null && number > this.lastNumber + 1;
    this.lastNumber = number;
    this.isEnded ||= isLast;
    const span = granule > 0 && this.firstGranule !== null ? Math.max(0, granule - this.lastGranule) : 0;
    if (isGap || !intact) this.spots.push({ granule: this.lastGranule, span });
    if (granule <= 0) return;
    this.firstGranule ??= granule;
    this.lastGranule = granule;
  }

  decoded(samples: number): void {
    this.samples += samples;
  }

  /**
   * After the last page. Returns whether that was marked as the last. It matters only if the file ends here: stations
   * change streams without a mark.
   */
  finish(isAtEnd: boolean): boolean {
    const { sampleRateHz, preSkipSamples } = this.stream;
    const base = granuleBase(this.firstGranule ?? 0, sampleRateHz) + preSkipSamples;
    const lost = Math.max(0, this.lastGranule - base - this.samples);
    const spans = this.spots.reduce((sum, spot) => sum + spot.span, 0);
    let lostBefore = 0;
    for (const { granule, span } of this.spots) {
      const share = spans > 0 ? span / spans : 1 / this.spots.length;
      const place = Math.max(0, granule - base - lostBefore) / sampleRateHz;
      this.leftOut.add("damaged", (lost * share) / sampleRateHz, this.startSeconds + place);
      lostBefore += lost * share;
    }
    if (isAtEnd && !this.isEnded) this.leftOut.add("cut_off", null);
    return this.isEnded;
  }
}

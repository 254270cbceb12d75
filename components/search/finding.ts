/** Asks the index that Pagefind made of the lessons while the site was built. */
import { siteAddress } from '@/lib/course/addresses';

type Part = { readonly text: string; readonly found: boolean };

export type Finding = {
  readonly title: string;
  readonly address: string;
  /** Sections of the page, the best first. */
  readonly sections: readonly {
    readonly title: string;
    readonly address: string;
    readonly excerpt: readonly Part[];
  }[];
};

type PagefindSection = { readonly title: string; readonly url: string; readonly excerpt: string };
type PagefindPage = {
  readonly url: string;
  readonly excerpt: string;
  readonly meta: { readonly title?: string };
  readonly sub_results: readonly PagefindSection[];
};
type Pagefind = {
  init(): Promise<void>;
  search(query: string): Promise<{ readonly results: readonly { data(): Promise<PagefindPage> }[] }>;
};

const PAGES = 12;
const SECTIONS = 3;

let opened: Promise<Pagefind> | null = null;

/** The index, fetched once; a later call tries again where that failed. */
function openIndex(): Promise<Pagefind> {
  opened ??= load().catch((error: unknown) => {
    opened = null;
    throw error;
  });
  return opened;
}

async function load(): Promise<Pagefind> {
  const address = siteAddress('/pagefind/pagefind.js');
  const module = (await import(/* turbopackIgnore: true */ address)) as Pagefind;
  await module.init();
  return module;
}

/** The best pages for a query. Rejects where the index cannot be fetched. */
export async function find(query: string): Promise<readonly Finding[]> {
  const { results } = await (await openIndex()).search(query);
  const pages = await Promise.all(results.slice(0, PAGES).map((result) => result.data()));
  return pages.map((page) => ({
    title: page.meta.title ?? page.url,
    address: page.url,
    sections: (page.sub_results.length > 0
      ? page.sub_results
      : [{ title: '', url: page.url, excerpt: page.excerpt }]
    )
      .slice(0, SECTIONS)
      .map(({ title, url, excerpt }) => ({ title, address: url, excerpt: partsOf(excerpt) })),
  }));
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', '#39': "'" };

/** Pagefind's excerpt, in which `<mark>` is the only markup, as text that says which words were found. */
export function partsOf(excerpt: string): readonly Part[] {
  return excerpt
    .split(/(<mark>.*?<\/mark>)/)
    .filter((text) => text !== '')
    .map((text) => ({
      text: text
        .replace(/<\/?mark>/g, '')
        .replace(/&(lt|gt|amp|quot|#39);/g, (whole, name: string) => ENTITIES[name] ?? whole),
      found: text.startsWith('<mark>'),
    }));
}

'use client';
/** Search over all lessons and the glossary, in this browser. The address keeps the query, so that Back works. */
import { useEffect, useRef, useState } from 'react';
import { type Finding, find } from './finding';

/** How long typing must rest before it is searched for, in milliseconds. */
const PAUSE = 150;

type State =
  | { readonly kind: 'idle' | 'searching' | 'failed' }
  | { readonly kind: 'done'; readonly query: string; readonly findings: readonly Finding[] };

const queryInAddress = () => new URLSearchParams(window.location.search).get('q') ?? '';

export function Search() {
  const [query, setQuery] = useState('');
  const [state, setState] = useState<State>({ kind: 'idle' });
  const field = useRef<HTMLInputElement>(null);

  useEffect(() => {
    setQuery(queryInAddress());
    field.current?.focus();
  }, []);

  useEffect(() => {
    const wanted = query.trim();
    if (wanted === '') {
      setState({ kind: 'idle' });
      return;
    }
    let isLate = false;
    const timer = setTimeout(() => {
      window.history.replaceState(null, '', `?q=${encodeURIComponent(wanted)}`);
      setState((earlier) => (earlier.kind === 'done' ? earlier : { kind: 'searching' }));
      find(wanted).then(
        (findings) => isLate || setState({ kind: 'done', query: wanted, findings }),
        () => isLate || setState({ kind: 'failed' }),
      );
    }, PAUSE);
    return () => {
      isLate = true;
      clearTimeout(timer);
    };
  }, [query]);

  return (
    <div className="needs-script mt-8">
      <label className="block">
        <span className="sr-only">Search the course</span>
        <input
          ref={field}
          type="search"
          value={query}
          placeholder="thread-sensitive, streaming, ContextVar…"
          autoComplete="off"
          spellCheck={false}
          onChange={({ currentTarget }) => setQuery(currentTarget.value)}
          className="h-12 w-full rounded-card border border-line-strong bg-ground px-4 text-lg"
        />
      </label>
      <p role="status" className="mt-3 min-h-6 text-sm text-ink-soft">
        {wordsFor(state)}
      </p>
      {state.kind === 'done' && (
        <ol className="mt-2">
          {state.findings.map((finding) => (
            <Page key={finding.address} {...finding} />
          ))}
        </ol>
      )}
    </div>
  );
}

const WORDS = {
  idle: '',
  searching: 'Searching…',
  failed: 'The index could not be fetched. Check the connection, then type again.',
};

function wordsFor(state: State): string {
  if (state.kind !== 'done') return WORDS[state.kind];
  const { findings, query } = state;
  if (findings.length === 0) return `Nothing about “${query}”. Try a word of Django’s or Python’s own.`;
  return `${findings.length} ${findings.length === 1 ? 'page' : 'pages'} about “${query}”`;
}

function Page({ title, address, sections }: Finding) {
  return (
    <li className="border-t border-line py-5">
      <a href={address} className="text-lg font-medium text-accent underline-offset-4 hover:underline">
        {title}
      </a>
      <ul className="mt-2 grid gap-3">
        {sections.map((section) => (
          <li key={section.address} className="text-[0.9375rem] text-ink-soft">
            {section.title !== '' && section.title !== title && (
              <a
                href={section.address}
                className="block py-0.5 font-medium text-ink underline-offset-4 hover:underline"
              >
                {section.title}
              </a>
            )}
            {section.excerpt.map(({ text, found }, index) =>
              found ? (
                // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text, never reordered
                <mark key={index} className="bg-accent-wash font-medium text-ink">
                  {text}
                </mark>
              ) : (
                // biome-ignore lint/suspicious/noArrayIndexKey: the same
                <span key={index}>{text}</span>
              ),
            )}
          </li>
        ))}
      </ul>
    </li>
  );
}

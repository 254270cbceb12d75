/** The pages beside the lessons. */
type Page = { readonly href: `/${string}`; readonly title: string };

/** Where to build, what the reader has done, and what can be looked up. */
export const readerPages: readonly Page[] = [
  { href: '/playground/', title: 'Playground' },
  { href: '/review/', title: 'Review' },
  { href: '/progress/', title: 'Progress' },
  { href: '/glossary/', title: 'Glossary' },
];

export const otherPages: readonly Page[] = [
  { href: '/claims/', title: 'What people say' },
  { href: '/timeline/', title: 'Open a trace' },
  { href: '/privacy/', title: 'Privacy' },
  { href: '/licences/', title: 'Licences of what is shown here' },
];

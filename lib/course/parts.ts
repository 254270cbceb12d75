/** The parts of the course in the order of the map. A unit names its part by id. */
export const parts = [
  { id: 'start', title: 'Start', about: 'What async middleware is, and when it matters.' },
  {
    id: 'steps',
    title: 'The seven steps',
    about: 'From plain middleware to the path of a request inside Django.',
  },
  {
    id: 'inside',
    title: 'Under the hood',
    about: 'How Django adapts a mixed stack, and why it was built that way.',
  },
  { id: 'myths', title: 'Myths', about: 'What people believe, and the run that decides.' },
  { id: 'pitfalls', title: 'Pitfalls', about: 'Broken layers to find and mend.' },
  { id: 'expert', title: 'Expert notes', about: 'Shared state, cost, order, and when not to.' },
  { id: 'production', title: 'In production', about: 'Patterns that hold under load.' },
  { id: 'beyond', title: 'Beyond', about: 'Hooks, streaming, cancellation, the ORM, testing, servers.' },
  { id: 'end', title: 'Takeaways', about: 'Five things to keep.' },
] as const;

export type PartId = (typeof parts)[number]['id'];

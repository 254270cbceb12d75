import type { ComponentProps } from 'react';

/** A heading of a Markdown table. The corner above row headings has none, and says so to nobody. */
export function TableHeading({ children, ...properties }: ComponentProps<'th'>) {
  if (children === undefined) return <td />;
  return (
    <th scope="col" {...properties}>
      {children}
    </th>
  );
}

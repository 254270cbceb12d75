/** Text of questions and the like, in which `backticks` mark code and nothing else is marked up. */
import { Fragment } from 'react';

export function InlineCode({ text }: { readonly text: string }) {
  // Every second piece stood between backticks. Pieces never move, so their place is their key.
  return text.split('`').map((piece, index) => {
    const key = `${index}-${piece}`;
    return index % 2 === 1 ? <code key={key}>{piece}</code> : <Fragment key={key}>{piece}</Fragment>;
  });
}

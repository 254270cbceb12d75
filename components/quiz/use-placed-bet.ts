'use client';
/** Keeps what the reader bet beside the run that decides it, for as long as it is revealed. */
import { useEffect } from 'react';
import { type Bet, placeBet } from '@/components/timeline/bets';
import type { Question } from '@/lib/course/question';
import { formatDuration } from '@/lib/trace/duration';
import { betOf, type Choice } from './verdict';

/** `choice` is null while nothing is committed. */
export function usePlacedBet(question: Question, choice: Choice | null): void {
  // A list of ids is made afresh with every render; its text is not.
  const chosen = choice === null ? null : choice.join(' ');
  useEffect(() => {
    if (chosen === null) return;
    const { run } = question.proof;
    placeBet(run, question.id, betWords(question, chosen.split(' ')));
    return () => placeBet(run, question.id, null);
  }, [question, chosen]);
}

/** The bet as a timeline of its run shows it. */
export function betWords(question: Question, choice: Choice): Bet {
  const asked = question.prompt;
  const at = question.kind === 'time' ? betOf(choice) : question.kind === 'moment' ? question.at : null;
  if (question.kind === 'time') return { asked, at, words: at === null ? '' : formatDuration(at) };
  const texts = choice.flatMap((id) => question.options.find((option) => option.id === id)?.text ?? []);
  const isCode = question.kind === 'gap' || question.kind === 'line';
  const words = isCode ? texts.map((text) => `\`${text}\``) : texts;
  return { asked, at, words: words.join(question.kind === 'order' ? ' → ' : ' · ') };
}

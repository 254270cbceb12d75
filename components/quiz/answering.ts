/** What the kinds of question have in common: how the reader's choice gets in and out. */
import type { ReactNode } from 'react';
import type { Question } from '@/lib/course/question';
import type { Choice } from './verdict';

export type CardProperties<Kind extends Question = Question> = {
  readonly question: Kind;
  /** The run that decides, shown once the answer is committed. */
  readonly proof: ReactNode;
};

export type Answering<Kind extends Question = Question> = {
  readonly question: Kind;
  /** Empty until something is chosen. */
  readonly choice: Choice;
  /** Committed: the choice is locked, and every option tells its reason. */
  readonly revealed: boolean;
  readonly onChoose: (choice: Choice) => void;
};

import { join } from 'node:path';
import type { Question } from '../question';
import { type RecordedExample, recordedRun } from '../recorded-run';
import { CourseError, readOptionalJson } from '../unit-files';
import { questionsSchema } from './question-description';
import { QuestionError, settleQuestion } from './settle-question';

/** The questions of a unit, settled by its recorded runs; none where it has no file. Throws CourseError. */
export function readQuestions(folder: string, examples: readonly RecordedExample[]): readonly Question[] {
  const file = join(folder, 'questions.json');
  const runNamed = recordedRun(examples, file);
  return (readOptionalJson(file, questionsSchema) ?? []).map((description) => {
    try {
      return settleQuestion(description, runNamed);
    } catch (error) {
      if (!(error instanceof QuestionError)) throw error;
      throw new CourseError(file, `"${description.id}": ${error.message}`);
    }
  });
}

/** Source that Python could not read at all. */
import type { PythonError } from '@/lib/trace/schema';
import type { Explanation, Incident, Place } from './problem';

const SYNTAX = /^(SyntaxError|IndentationError|TabError)$/;

/** Where Python stopped reading: a syntax error has no frame of its own, its text names the place. */
export function syntaxErrorPlace(error: PythonError): Place | null {
  if (!SYNTAX.test(error.type)) return null;
  const own = error.frames.at(-1);
  if (own?.origin === 'learner') return { file: own.file, line: own.line };
  const inMessage = /\(([\w/.-]+\.py), line (\d+)\)/.exec(error.message);
  const inText = [...error.text.matchAll(/File "([^"]+\.py)", line (\d+)/g)].at(-1);
  const [, file, line] = inMessage ?? inText ?? [];
  if (file === undefined || line === undefined) return null;
  return { file: file.split('/').at(-1) ?? file, line: Number(line) };
}

function explainSyntaxError({ error }: Incident): Explanation | null {
  if (!SYNTAX.test(error.type)) return null;
  const words = error.message.replace(/\s*\([^()]*line \d+\)$/, '');
  return { ...reading(error.type, words), place: syntaxErrorPlace(error) };
}

function reading(type: string, words: string): Explanation {
  if (/'(await|async with|async for|asynchronous comprehension)' outside async function/.test(words)) {
    return {
      title: '`await` stands in a plain function',
      explanation: 'Only an `async def` can wait this way. Make the function around this line `async def`.',
    };
  }
  if (type === 'TabError') {
    return {
      title: 'Tabs and spaces are mixed',
      explanation: 'Python cannot tell how deep this line is indented. Use four spaces for each level.',
    };
  }
  if (type === 'IndentationError') {
    return {
      title: 'The indentation does not fit',
      explanation: `Python says: ${words}. Lines of one block start in the same column, four spaces deeper than the line that opens it.`,
    };
  }
  return {
    title: 'Python cannot read this line',
    explanation: `Python says: ${words}. The slip is on this line or just before it: a missing colon, bracket or quote, most often.`,
  };
}

export const syntaxRules = [explainSyntaxError] as const;

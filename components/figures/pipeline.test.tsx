// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, describe, expect, test } from 'vitest';
import { mixedTrace } from '@/lib/trace/testing/sample-traces';
import { PipelineLive } from './pipeline-live';
import { PipelineStill } from './pipeline-still';

const runs = [{ name: 'mixed', title: 'A mixed stack', trace: mixedTrace() }];
const said = () => screen.getByRole('status').textContent;
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
/** The list of the stack comes before that of the steps. */
const rows = () => within(screen.getAllByRole('list')[0] as HTMLElement).getAllByRole('listitem');

afterEach(cleanup);

describe('the pipeline', () => {
  test('reads from the server through the layers and bridges to the view, and back out', () => {
    render(<PipelineLive runs={runs} />);
    expect(rows().map((row) => row.textContent)).toEqual([
      'The server hands a request to Django',
      'RequestTimerasync, on the loop',
      '↓ sync_to_async, to thread w1',
      'SyncAuditsync, in thread w1',
      '↓ async_to_sync, to the loop',
      'view, the viewasync, on the loop',
      '↓ the result, by the same bridge',
      'SyncAuditon the way out',
      '↓ the result, by the same bridge',
      'RequestTimeron the way out',
      'Answered',
    ]);
  });

  test('a request moves down row by row as the reader steps', () => {
    render(<PipelineLive runs={runs} />);
    const depthOf = () => screen.getByText('A', { selector: '[data-state]' }).style.transform;
    press('Step forward');
    const first = depthOf();
    expect(said()).toContain('Request A crosses the bridge below RequestTimer');
    for (let step = 0; step < 4; step += 1) press('Step forward');
    expect(Number(/[\d.]+/.exec(depthOf())?.[0])).toBeGreaterThan(Number(/[\d.]+/.exec(first)?.[0]));
  });

  test('without JavaScript the stack and every step stand in words', () => {
    const markup = renderToStaticMarkup(<PipelineStill runs={runs} />);
    expect(markup.includes('SyncAudit')).toBe(true);
    expect(markup.includes('The response to request A goes to the client.')).toBe(true);
    expect(markup.includes('<button')).toBe(false);
  });
});

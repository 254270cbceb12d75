// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, describe, expect, test } from 'vitest';
import { mixedTrace } from '@/lib/trace/testing/sample-traces';
import { ChainLive } from './chain-live';
import { ChainStill } from './chain-still';

const runs = [{ name: 'mixed', title: 'A mixed stack', trace: mixedTrace() }];
const said = () => screen.getByRole('status').textContent;
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

afterEach(cleanup);

describe('the chain of awaits', () => {
  test('is drawn whole from the beginning; what is not there yet says so', () => {
    render(<ChainLive runs={runs} />);
    fireEvent.click(screen.getByText('The chain grows: Django awaits RequestTimer.', { exact: false }));
    const link = (name: string) => screen.getByText(name, { selector: 'li span' }).closest('li')?.textContent;
    expect(link('SyncAudit')).toContain('not there now');
    expect(link('RequestTimer')).not.toContain('not there now');
  });

  test('grows and is taken down as the reader steps', () => {
    render(<ChainLive runs={runs} />);
    press('Step forward');
    expect(said()).toContain('The chain grows: Django awaits RequestTimer.');
    press('Step forward');
    expect(said()).toContain('in thread w1');
    press('Step forward');
    expect(said()).toContain('the whole chain is suspended');
    press('Step forward');
    expect(said()).toContain('The chain is taken down: the view has returned.');
  });

  test('the chain of another request is one choice away', () => {
    render(<ChainLive runs={runs} />);
    fireEvent.change(screen.getByRole('combobox', { name: 'Request' }), { target: { value: '1' } });
    expect(screen.getByText('The server’s task: request B')).toBeDefined();
  });

  test('without JavaScript the longest chain and every step stand in words', () => {
    const markup = renderToStaticMarkup(<ChainStill runs={runs} />);
    expect(markup.includes('A new task, made by the bridge')).toBe(true);
    expect(markup.includes('Thread w1 is held all the while.')).toBe(true);
    expect(markup.includes('<button')).toBe(false);
  });
});

// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { renderToString } from 'react-dom/server';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { LineMark } from '@/lib/trace/line-marks';
import { Editor, type EditorProperties } from './editor';

const LAYER = 'async def layer(request):\n    return await get_response(request)';
const files: EditorProperties['files'] = [
  {
    path: 'middleware.py',
    source: LAYER,
    readOnly: false,
    highlighted: { html: `<pre tabindex="0"><code>${LAYER}</code></pre>`, source: LAYER },
  },
  { path: 'views.py', source: 'view = 1', readOnly: true, highlighted: null },
];

const spies = { onChange: vi.fn(), onSelectLine: vi.fn(), onRun: vi.fn(), onIntent: vi.fn() };

/** The editor with its texts and tabs kept, as a workbench keeps them. */
function Bench(more: Partial<EditorProperties>) {
  const [active, setActive] = useState('middleware.py');
  const [source, setSource] = useState(LAYER);
  return (
    <Editor
      id="bench"
      files={files.map((file) => (file.path === 'middleware.py' ? { ...file, source } : file))}
      active={active}
      onActivate={setActive}
      {...spies}
      onChange={(path, text) => {
        spies.onChange(path, text);
        setSource(text);
      }}
      {...more}
    />
  );
}

/** Opens the plain editor, as a click into the code does, and gives its field. */
function open(): HTMLTextAreaElement {
  fireEvent.click(screen.getByText(/async def layer/));
  return screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'middleware.py, code editor' });
}

beforeEach(() => {
  window.matchMedia = vi.fn().mockReturnValue({ matches: false });
  // jsdom has none; the editor then edits the field itself.
  document.execCommand = () => false;
});
afterEach(() => {
  cleanup();
  vi.clearAllMocks();
  localStorage.clear();
});

describe('files', () => {
  it('are tabs that the arrow keys walk, round and round', () => {
    render(<Bench />);
    const tab = (name: RegExp) => screen.getByRole('tab', { name });
    fireEvent.keyDown(tab(/middleware/), { key: 'ArrowRight' });
    expect(tab(/views/).getAttribute('aria-selected')).toBe('true');
    expect(document.activeElement).toBe(tab(/views/));
    fireEvent.keyDown(tab(/views/), { key: 'ArrowRight' });
    expect(tab(/middleware/).getAttribute('aria-selected')).toBe('true');
  });

  it('that are read only do not open for editing', () => {
    render(<Bench />);
    fireEvent.click(screen.getByRole('tab', { name: 'views.py read only' }));
    fireEvent.click(screen.getByText('view = 1'));
    expect(screen.queryByRole('textbox')).toBeNull();
  });
});

describe('the plain editor', () => {
  it('takes the place of the code on a click, with the focus', () => {
    render(<Bench />);
    const field = open();
    expect(document.activeElement).toBe(field);
    expect(field.value).toBe(LAYER);
    expect(spies.onIntent).toHaveBeenCalled();
  });

  it('opens at the caret that a click left in the code before the page had come alive', () => {
    const place = document.body.appendChild(document.createElement('div'));
    place.innerHTML = renderToString(<Bench />);
    const code = place.querySelector('pre');
    code?.focus();
    document.getSelection()?.collapse(code?.querySelector('code')?.firstChild ?? null, 9);
    render(<Bench />, { container: place, hydrate: true });
    const field = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'middleware.py, code editor' });
    expect(document.activeElement).toBe(field);
    expect(field.selectionStart).toBe(9);
  });

  it('lets colours show through only while the text is the coloured one', () => {
    render(<Bench />);
    const field = open();
    expect(field.dataset.coloured).toBe('true');
    fireEvent.change(field, { target: { value: `${LAYER}!` } });
    expect(field.dataset.coloured).toBe('false');
    expect(spies.onChange).toHaveBeenCalledWith('middleware.py', `${LAYER}!`);
  });

  it('lets Tab leave until something was typed, and again after Escape', () => {
    render(<Bench />);
    const field = open();
    expect(fireEvent.keyDown(field, { key: 'Tab' })).toBe(true);
    fireEvent.change(field, { target: { value: 'typed' } });
    field.setSelectionRange(5, 5);
    expect(fireEvent.keyDown(field, { key: 'Tab' })).toBe(false);
    expect(spies.onChange).toHaveBeenLastCalledWith('middleware.py', 'typed   ');
    fireEvent.keyDown(field, { key: 'Escape' });
    expect(fireEvent.keyDown(field, { key: 'Tab' })).toBe(true);
  });

  it('says how to leave it', () => {
    render(<Bench />);
    const hint = document.getElementById(open().getAttribute('aria-describedby') ?? '');
    expect(hint?.textContent).toContain('Tab leaves until you type');
  });

  it('runs on Ctrl+Enter, and on Command+Enter on a machine of Apple’s', () => {
    render(<Bench />);
    const field = open();
    fireEvent.keyDown(field, { key: 'Enter', ctrlKey: true });
    const platform = vi.spyOn(navigator, 'platform', 'get').mockReturnValue('MacIntel');
    fireEvent.keyDown(field, { key: 'Enter', metaKey: true });
    platform.mockRestore();
    expect(spies.onRun).toHaveBeenCalledTimes(2);
    expect(spies.onChange).not.toHaveBeenCalled();
  });
});

describe('lines', () => {
  const marks: readonly LineMark[] = ['A', 'B', 'C', 'D'].map((request) => ({
    file: 'middleware.py',
    line: 2,
    kind: 'suspended',
    request,
    label: `Request ${request} is suspended here.`,
  }));

  it('on which something happens can be walked, by mouse and by keyboard', () => {
    render(<Bench eventful={new Set([1, 2])} />);
    const line = (number: number) => screen.getByRole('button', { name: new RegExp(`^Line ${number}:`) });
    line(1).focus();
    fireEvent.keyDown(line(1), { key: 'ArrowDown' });
    expect(document.activeElement).toBe(line(2));
    fireEvent.click(line(2));
    expect(spies.onSelectLine).toHaveBeenCalledWith({ file: 'middleware.py', line: 2 });
  });

  it('say who waits there, and count who does not fit', () => {
    const { container } = render(<Bench marks={marks} eventful={new Set([2])} />);
    expect(screen.getByRole('button', { name: /Request A is suspended here\./ })).toBeDefined();
    const chips = container.querySelectorAll('span[title*="is suspended here"]');
    expect([...chips].map((chip) => chip.textContent)).toEqual(['A', 'B', '+2']);
  });

  it('carry marks and problems of their own file only', () => {
    const problem = { file: 'views.py', line: 1, severity: 'error', title: 'broken' } as const;
    const { container } = render(<Bench problems={[problem]} />);
    expect(container.querySelector('[data-kind="error"]')).toBeNull();
    fireEvent.click(screen.getByRole('tab', { name: /views/ }));
    expect(container.querySelector('[data-kind="error"]')).not.toBeNull();
  });
});

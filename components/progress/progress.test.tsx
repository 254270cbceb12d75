// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { writeRecordFile } from '@/lib/progress/record-file';
import { emptyContents } from '@/lib/progress/testing/sample-contents';
import { answer, basics, mixing } from '@/lib/review/testing/sample-course';

async function visit() {
  cleanup();
  vi.resetModules();
  const { openRecord } = await import('@/lib/progress/open-record');
  const record = await openRecord();
  const { Progress } = await import('./progress');
  return { record, show: () => render(<Progress units={[basics, mixing]} />) };
}

const choose = (text: string) =>
  fireEvent.change(screen.getByLabelText('Import a file…'), {
    target: { files: [new File([text], 'record.json', { type: 'application/json' })] },
  });

const rowOf = (table: string, name: string | RegExp) =>
  within(within(screen.getByRole('region', { name: table })).getByRole('row', { name }));

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  localStorage.clear();
});
afterEach(cleanup);

describe('the progress', () => {
  test('is told by unit, by concept, and by how sure the answers were', async () => {
    const { record, show } = await visit();
    await record.markVisited('basics');
    await record.writeAnswer('q-one', answer({ correct: true, sure: true }));
    await record.writeAnswer('q-three', answer({ correct: false, sure: true }));
    show();
    await screen.findByText('By unit');
    expect(
      rowOf('By unit', /Basics, begun/)
        .getAllByRole('cell')
        .map((cell) => cell.textContent),
    ).toEqual(['1 of 2', '1 of 1', '0 of 1']);
    expect(
      rowOf('By concept', /await point/)
        .getAllByRole('cell')
        .map((cell) => cell.textContent),
    ).toEqual(['2 of 3', '1 of 2', '0 of 1']);
    const sure = within(screen.getByRole('region', { name: 'Sure, and right?' }));
    expect(sure.getByRole('link', { name: 'Mixing' }).getAttribute('href')).toBe(
      '/learn/mixing/?way=predict',
    );
  });

  test('follows what happens in another tab', async () => {
    const { show } = await visit();
    show();
    await screen.findByText('By unit');
    vi.resetModules();
    const elsewhere = await (await import('@/lib/progress/open-record')).openRecord();
    await elsewhere.writeAnswer('q-one', answer({ correct: true }));
    expect(await rowOf('By unit', /Basics/).findByText('1 of 2')).toBeDefined();
  });
});

describe('the record', () => {
  const file = writeRecordFile({ ...emptyContents, answers: { 'q-two': answer({ correct: true }) } }, 5);

  test('takes a file in only once that is confirmed, and loses nothing', async () => {
    const { record, show } = await visit();
    await record.writeAnswer('q-one', answer({ correct: true }));
    show();
    await screen.findByText(/This browser keeps 1 question answered/);
    choose(file);
    const asked = within(await screen.findByRole('region', { name: 'Merge this file?' }));
    expect(asked.getByText(/holds 1 question answered/)).toBeDefined();
    expect(await record.readAnswer('q-two')).toBeNull();
    fireEvent.click(asked.getByRole('button', { name: 'Merge' }));
    expect(await screen.findByText(/is merged/)).toBeDefined();
    expect(await screen.findByText(/This browser keeps 2 questions answered/)).toBeDefined();
    expect(await record.readAnswer('q-one')).not.toBeNull();
  });

  test('refuses what is no record in a sentence, and changes nothing', async () => {
    const { record, show } = await visit();
    show();
    await screen.findByText('Your record');
    choose('{"events": []}');
    expect(await screen.findByText(/not a record of Await Points\. Nothing was changed\./)).toBeDefined();
    choose(file.replace('"version": 2', '"version": 3'));
    expect(await screen.findByText(/newer version of the site/)).toBeDefined();
    expect(await record.readContents()).toEqual(emptyContents);
  });

  test('is cleared only once that is confirmed, after the offer to export it first', async () => {
    const { record, show } = await visit();
    await record.writeAnswer('q-one', answer({ correct: true }));
    localStorage.setItem('way/basics', 'predict');
    localStorage.setItem('theme', 'dark');
    show();
    fireEvent.click(await screen.findByRole('button', { name: 'Clear…' }));
    const asked = within(screen.getByRole('region', { name: 'Forget everything?' }));
    expect(asked.getByRole('button', { name: 'Export to a file first' })).toBeDefined();
    fireEvent.click(asked.getByRole('button', { name: 'Leave it as it is' }));
    expect(await record.readAnswer('q-one')).not.toBeNull();

    fireEvent.click(screen.getByRole('button', { name: 'Clear…' }));
    fireEvent.click(screen.getByRole('button', { name: 'Clear for good' }));
    expect(await screen.findByText('Everything is forgotten.')).toBeDefined();
    expect(await screen.findByText(/This browser keeps nothing yet/)).toBeDefined();
    expect(await record.readContents()).toEqual(emptyContents);
    expect([localStorage.getItem('way/basics'), localStorage.getItem('theme')]).toEqual([null, 'dark']);
  });
});

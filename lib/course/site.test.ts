import { describe, expect, test } from 'vitest';
import { feed, headersFile, languageModelIndex, robots, sitemap } from './site';

const SITE = 'https://example.org/course';
const units = [
  { id: 'hooks', title: 'Hooks & more', summary: 'What `process_view` does.', published: '2026-11-20' },
  { id: 'streaming', title: 'Streaming', summary: 'In chunks.', published: '2026-11-26' },
  { id: 'draft', title: 'Draft', summary: 'Not out.' },
];

describe('what the site says of itself', () => {
  test('the sitemap names every unit under the full address', () => {
    const xml = sitemap(SITE, units);
    expect(xml).toContain('<loc>https://example.org/course/learn/hooks/</loc>');
    expect(xml.match(/\/learn\//g)).toHaveLength(3);
  });

  test('the feed has what is out, the newest first, as escaped text', () => {
    const xml = feed(SITE, units);
    expect(xml.indexOf('Streaming')).toBeLessThan(xml.indexOf('Hooks &amp; more'));
    expect(xml).not.toContain('Draft');
    expect(xml).toContain('<updated>2026-11-26T00:00:00Z</updated>');
    expect(xml).toContain('<summary>What process_view does.</summary>');
  });

  test('robots name the sitemap only where the address is known', () => {
    expect(robots(SITE)).toContain('Sitemap: https://example.org/course/sitemap.xml');
    expect(robots(null)).not.toContain('Sitemap');
  });

  test('the index for language models lists every unit below the folder of the site', () => {
    expect(languageModelIndex('/course', units)).toContain(
      '- [Streaming](/course/learn/streaming/): In chunks.',
    );
  });

  test('headers keep for good only what has a hash in its name', () => {
    const lines = headersFile('/course').split('\n');
    const kept = lines.filter((_line, index) => lines[index + 1]?.includes('immutable'));
    expect(kept).toEqual(['/course/_next/static/*', '/course/runtime/*', '/course/ruff/*']);
  });
});

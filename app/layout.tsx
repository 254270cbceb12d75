import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { Summon } from '@/components/commands/summon';
import { settingsScript } from '@/components/editor/settings-script';
import { Offline } from '@/components/offline/offline';
import { fastPathScript } from '@/components/shell/fast-path';
import { RecordNotice } from '@/components/shell/record-notice';
import { SiteFooter } from '@/components/shell/site-footer';
import { SiteHeader } from '@/components/shell/site-header';
import { CONTENT_ID, SkipLink } from '@/components/shell/skip-link';
import { themeScript } from '@/components/shell/theme';
import { earlyPressScript } from '@/components/ui/early-press';
import { units } from '@/content/manifest.generated';
import { courseMap } from '@/lib/course/map';
import { SITE_TITLE } from '@/lib/course/site';
import './globals.css';
import './print.css';

export const metadata: Metadata = {
  ...(process.env.SITE_URL ? { metadataBase: new URL(process.env.SITE_URL) } : {}),
  title: { default: SITE_TITLE, template: '%s · Await Points' },
};

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fbfaf7' },
    { media: '(prefers-color-scheme: dark)', color: '#14161a' },
  ],
};

const parts = courseMap(units);

/** What must be known before the first paint, or listen from the first moment on. */
const beforePaint = [themeScript, fastPathScript, settingsScript, earlyPressScript].join(';');

export default function RootLayout({ children }: { readonly children: ReactNode }) {
  return (
    // The scripts below set attributes on <html> before React sees it.
    <html lang="en" suppressHydrationWarning>
      <head>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own constants, before the first paint */}
        <script dangerouslySetInnerHTML={{ __html: beforePaint }} />
      </head>
      <body className="flex flex-col">
        <SkipLink />
        <SiteHeader parts={parts} />
        <RecordNotice />
        <Offline />
        <main
          id={CONTENT_ID}
          tabIndex={-1}
          className="mx-auto w-full max-w-(--page) grow px-(--gutter) outline-none"
        >
          {children}
        </main>
        <SiteFooter />
        <Summon parts={parts} />
      </body>
    </html>
  );
}

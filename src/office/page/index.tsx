import { render, type JSX } from 'preact';
import './page.css';
import { Check } from './operation/check';
import { readMessage, readSetupFacts, readView, type OfficeView } from './facts';
import { Import } from './imports/import';
import { Message } from './operation/message';
import { Print } from './print/print';
import { Production } from './operation/production';
import { Reception } from './operation/reception';
import { Setup } from './operation/setup';
import { Sidebar } from './sidebar';

const VIEWS: Record<OfficeView, () => JSX.Element> = {
  sidebar: () => <Sidebar />,
  production: () => <Production />,
  import: () => <Import />,
  setup: () => <Setup facts={readSetupFacts(document)} />,
  check: () => <Check />,
  print: () => <Print />,
  reception: () => <Reception />,
  message: () => <Message text={readMessage(document)} />,
};

function show(): void {
  const app = document.getElementById('app');
  if (app) render(VIEWS[readView(document)](), app);
}

// The server appends what the view needs after this script.
if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', show);
else show();

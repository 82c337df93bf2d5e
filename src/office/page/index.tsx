import { render, type JSX } from 'preact';
import './page.css';
import { Check } from './check';
import { readMessage, readSetupFacts, readView, type OfficeView } from './facts';
import { Import } from './import';
import { Message } from './message';
import { Print } from './print';
import { Production } from './production';
import { Reception } from './reception';
import { Setup } from './setup';
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

import { render } from 'preact';
import './page.css';
import { readSetupFacts, readView } from './facts';
import { Production } from './production';
import { Setup } from './setup';
import { Sidebar } from './sidebar';

const app = document.getElementById('app');

function show(): void {
  if (!app) return;
  const view = readView(document);
  render(
    view === 'production' ? (
      <Production />
    ) : view === 'setup' ? (
      <Setup facts={readSetupFacts(document)} />
    ) : (
      <Sidebar />
    ),
    app,
  );
}

// The server appends what the view needs after this script.
if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', show);
else show();

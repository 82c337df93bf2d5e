import { render } from 'preact';
import './page.css';
import { App } from './app';

const app = document.getElementById('app');
if (app) render(<App />, app);

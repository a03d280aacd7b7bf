import { render } from 'preact';
import { App } from './app.tsx';
import './style/page.css';
import './style/chart.css';
import './style/notes.css';
import './style/panel.css';
import './style/table.css';
import './style/working.css';
import './style/cards.css';
import './style/print.css';

// In a task after the one that read this script.
setTimeout(() => render(<App />, document.getElementById('page')!));

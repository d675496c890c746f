// A portal in React: the element among its components, answers of its own, and what it hears.
import type { DriveScreening } from 'drive-screening/element';
import type { DriveEvents } from 'drive-screening/element';
import { type DetailedHTMLProps, type HTMLAttributes, StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';

type Listener<Type extends keyof DriveEvents> = (event: CustomEvent<DriveEvents[Type]>) => void;

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'drive-screening': DetailedHTMLProps<HTMLAttributes<DriveScreening>, DriveScreening> & {
        name?: string;
        site?: string;
        shadow?: 'open';
        onready?: Listener<'ready'>;
        onclosed?: Listener<'closed'>;
      };
    }
  }
}

function Portal() {
  const [state, setState] = useState('starting');
  return (
    <main>
      <h1>Example case system</h1>
      <p>The screening is {state}.</p>
      <drive-screening
        name="Example case system"
        shadow="open"
        onready={({ detail }) => setState(`there, by ${detail.pack.id} ${detail.pack.version}`)}
        onclosed={() => setState('done')}
      />
    </main>
  );
}

const root = document.getElementById('root');
if (root) createRoot(root).render(<StrictMode><Portal /></StrictMode>);

// A portal in Angular: the element among its components, and what it hears.
import '@angular/compiler';
import { CUSTOM_ELEMENTS_SCHEMA, Component, provideZonelessChangeDetection, signal } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import type { Ready } from 'drive-screening/types';

@Component({
  selector: 'app-portal',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <h1>Example case system</h1>
    <p>The screening is {{ state() }}.</p>
    <drive-screening name="Example case system" shadow="open" (ready)="isThere($event)" (closed)="state.set('done')"></drive-screening>
  `,
})
class Portal {
  readonly state = signal('starting');

  isThere(event: Event) {
    const { pack } = (event as CustomEvent<Ready>).detail;
    this.state.set(`there, by ${pack.id} ${pack.version}`);
  }
}

void bootstrapApplication(Portal, { providers: [provideZonelessChangeDetection()] });
